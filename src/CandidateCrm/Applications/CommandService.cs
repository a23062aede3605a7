using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>
/// Decides a command and records the fact that it becomes in the same commit, so that nothing can come between. Where the relationship changed meanwhile it
/// decides again.
/// </summary>
internal sealed class CommandService(TenantId tenant, TenantRules rules, Recorder recorder, RelationshipEngine engine, ICrmStore store, IClock clock)
{
    internal const string Unknown = "No such application of this candidate is known. Tell the facts about it first.";

    private const int MostAttempts = 8;

    internal async ValueTask<ApplicationAnswer> RunAsync(CandidateId candidate, ApplicationCommand command, CancellationToken cancellationToken)
    {
        var key = new RelationshipKey(tenant, candidate);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await TryAsync(key, command, cancellationToken).ConfigureAwait(false) is { } answer)
            {
                return answer;
            }
        }

        throw new BusyException($"Relationship {key} changed again and again; nothing was written. Try again later.");
    }

    /// <summary>Decides once; null where the line went on beyond the instant of the command meanwhile.</summary>
    private async ValueTask<ApplicationAnswer?> TryAsync(RelationshipKey key, ApplicationCommand command, CancellationToken cancellationToken)
    {
        var stored = await store.FindAsync(key, cancellationToken).ConfigureAwait(false);
        if (command.Id.IsAssigned && await ToldAsync(key, command, stored, cancellationToken).ConfigureAwait(false) is { } told)
        {
            return told;
        }

        var now = clock.GetCurrentInstant();
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var (admitted, refusal) = Door.Admit(tenant, FactOf(key, command, stored, now), now, log);
        if (admitted is null)
        {
            return CommandRules.Refused(refusal!.Code, refusal.Sentence);
        }

        ApplicationAnswer? refused = null;
        var terms = new RecordTerms
        {
            Admits = (there, current) =>
            {
                refused = Refuse(there, current, admitted, command);
                return refused is null && there.Cursor < admitted.Place;
            },
        };
        var recording = await recorder.RecordAsync(key, [admitted], terms, cancellationToken).ConfigureAwait(false);
        if (refused is not null)
        {
            return refused;
        }

        return recording.Written is null || recording.StatusOf(admitted) != RecordStatus.Recorded ? null : new ApplicationAnswer
        {
            Status = AnswerStatus.Done,
            Application = recording.Relationship.Applications?.Find(command.Fact.Application),
        };
    }

    private ApplicationAnswer? Refuse(Relationship there, ActivationLog log, TimelineEvent admitted, ApplicationCommand command)
    {
        var inForce = engine.InForceAt(log, admitted.OccurredAt);
        var feature = FeatureCode.Applications.Value;
        if (inForce.IsOff(feature))
        {
            return CommandRules.Refused(FindingCodes.FeatureOff, "The applications are switched off, so that nothing about them can be decided.");
        }

        if (there.Faults.Any(fault => string.Equals(fault.Feature, feature, StringComparison.Ordinal)))
        {
            return CommandRules.Refused(FindingCodes.FeatureFaulted, "The applications of this candidate failed on an earlier event and rest. Have them tried again first.");
        }

        // What time alone changes by then has to be known before the decision.
        var settled = there.Cursor == TimelinePlace.Start ? there : engine.Settled(there, admitted.OccurredAt, log).Next;
        if (settled.Applications?.Find(command.Fact.Application) is not { } state)
        {
            return CommandRules.Refused(FindingCodes.ApplicationUnknown, Unknown);
        }

        return command.Refuse(state, inForce.Rules) is { } refused ? refused with { Application = state } : null;
    }

    /// <summary>Answers a command that was given before under its id; null where it was not.</summary>
    private async ValueTask<ApplicationAnswer?> ToldAsync(RelationshipKey key, ApplicationCommand command, Relationship? stored, CancellationToken cancellationToken)
    {
        await foreach (var there in store.ReadTimelineAsync(TimelineQuery.Of(tenant, command.Id), cancellationToken).ConfigureAwait(false))
        {
            return there.Relationship == key && Equals(there.Entry, command.Fact)
                ? new ApplicationAnswer { Status = AnswerStatus.Repeated, Application = stored?.Applications?.Find(command.Fact.Application) }
                : CommandRules.Refused(FindingCodes.EventIdReused, $"The id {command.Id} is taken by something else. Give each command an id of its own.");
        }

        return null;
    }

    // The clock of whoever told the latest fact may be a moment ahead of ours: what is decided on top of it comes after it.
    private static HostFact FactOf(RelationshipKey key, ApplicationCommand command, Relationship? stored, Instant now) => new()
    {
        Candidate = key.Candidate,
        EventId = command.Id,
        OccurredAt = stored is { } known && known.Cursor.Micros != long.MinValue && known.Cursor.At >= now ? known.Cursor.At + Duration.FromTicks(10) : now,
        Actor = command.By,
        Fact = command.Fact,
    };
}
