using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules;

/// <summary>Where something that goes out comes from, and which way it goes: what pauses are compared with.</summary>
internal readonly record struct EffectOrigin
{
    /// <summary>Gets the kinds of definitions that ask for something by name. Neither lifecycles, of which a tenant has one, nor pipelines are among them: their feature is what is paused.</summary>
    internal static IReadOnlyList<DefinitionKind> Kinds { get; } = [DefinitionKind.Expectation, DefinitionKind.Score];

    /// <summary>Gets whom it is about.</summary>
    internal required CandidateId Candidate { get; init; }

    /// <summary>Gets the feature that asks for it; unassigned where no feature does.</summary>
    internal FeatureCode Feature { get; init; }

    /// <summary>Gets the definition that asks for it; null where none does by name.</summary>
    internal DefinitionName? Definition { get; init; }

    /// <summary>Gets the channel on which it goes out; unassigned for what goes to the host alone.</summary>
    internal Channel Channel { get; init; }

    internal static EffectOrigin Of(EffectRecord record) => Of(record.Relationship.Candidate, record.Effect.Key);

    internal static EffectOrigin Of(CandidateId candidate, EffectKey key)
    {
        var kind = KindOf(key.Part);
        return new EffectOrigin
        {
            Candidate = candidate,
            Feature = FeatureOfKind.Of(kind),
            Definition = Kinds.Contains(kind) ? new DefinitionName(kind, key.Rule) : null,
        };
    }

    /// <summary>Says of which kind the definition is that makes effects with such a part: the rule of their keys is its key.</summary>
    internal static DefinitionKind KindOf(string part) => part switch
    {
        "announce.phase_changed" or "announce.role_began" or "announce.role_ended" or "announce.check_in_due" or "announce.snooze_over" => DefinitionKind.Lifecycle,
        "announce.position_closed_for" or "announce.refusal_due" => DefinitionKind.Pipeline,
        OpenTasks.CheckIn or "close-check-in" or "close-unfounded-check-in" => DefinitionKind.Lifecycle,
        "announce.public_status_changed" => DefinitionKind.PublicStatus,
        "announce.band_changed" => DefinitionKind.Score,
        "announce.draft_abandoned" or "announce.candidate_returned" => DefinitionKind.Pipeline,
        "announce.interview_approaching" or "announce.interview_booking_lapsed" or "announce.offer_lapsed" => DefinitionKind.Pipeline,
        "task" or "close" or "close-unfounded" => DefinitionKind.Expectation,
        _ when part.StartsWith("announce.promise_", StringComparison.Ordinal) => DefinitionKind.Expectation,
        _ => default,
    };
}
