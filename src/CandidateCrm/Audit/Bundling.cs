using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>Makes bundles.</summary>
internal static class Bundling
{
    /// <summary>Makes the bundle of a past.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="key">Whose it is.</param>
    /// <param name="told">The facts and acts up to the horizon, in the order of the line.</param>
    /// <param name="log">The rules.</param>
    /// <param name="terms">Up to when time passes, and whether ids stay.</param>
    internal static ReplayBundle Make(
        RelationshipEngine engine, RelationshipKey key, IReadOnlyList<TimelineEvent> told, ActivationLog log, (Instant Horizon, bool KeepsIds) terms)
    {
        var names = terms.KeepsIds ? null : new Pseudonyms(NamedIds.Of(key, told), NamedByRules(log));
        var bundle = new ReplayBundle
        {
            Relationship = names is null ? key : names.Of(key),
            Events = [.. told.Select(one => names is null ? Redaction.Bare(one) : Redaction.Pseudonymous(one, names))],
            Rules = log,
            Horizon = terms.Horizon,
            EngineVersion = RelationshipEngine.Version,
            ZoneDataVersion = ReplayBundleExtensions.ZoneData,
            Redacted = names is not null,
            Outcome = [],
            OutcomeHash = string.Empty,
        };
        var outcome = OutcomeText.Of(engine.Replay(bundle.Relationship, bundle.Events, log, bundle.Horizon));
        return bundle with { Outcome = outcome, OutcomeHash = OutcomeText.HashOf(outcome) };
    }

    /// <summary>Returns the openings that the rules name: they are in the bundle as the rules have them, and under another id they would be judged otherwise.</summary>
    private static HashSet<string> NamedByRules(ActivationLog log) =>
    [
        .. log.Entries.SelectMany(entry => entry.Rules.Pipelines).SelectMany(pipeline => pipeline.Overrides).SelectMany(own => own.Requisitions).Select(requisition => requisition.Value),
    ];
}
