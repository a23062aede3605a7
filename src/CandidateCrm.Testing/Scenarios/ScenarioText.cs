using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Testing;

/// <summary>Says what the CRM holds in a scenario, for a failure that explains itself.</summary>
internal static class ScenarioText
{
    internal static IEnumerable<string> Of(Scenario scenario)
    {
        var state = scenario.Relationship;
        return
        [
            $"now {StateText.At(scenario.Now)}, next change {StateText.At(state.NextChangeAt)}",
            state.Lifecycle is { } lifecycle ? $"phase {lifecycle.Phase} since {StateText.At(lifecycle.Since)}" : "no phase",
            .. (state.Applications?.All ?? []).Select(a => $"application {a.Application}: {(a.Ending is { } e ? $"ended, {e.Disposition}" : $"live in {a.Stage} since {StateText.At(a.StageSince)}")}"),
            .. (state.Charter?.Promises ?? []).Select(p => $"promise {p.Key}: {p.State}, opened {StateText.At(p.OpenedAt)}, due {StateText.At(p.DueAt)}"),
            .. (state.Engagement?.Scores ?? []).Select(s => $"score {s.State.Model}: band {s.State.Band}"),
            .. scenario.Timeline.Select(e => $"told at {StateText.At(e.OccurredAt)}: {EntryTypes.NameOf(e.Entry)} ({e.Id})"),
            .. scenario.Followed.Select(e => $"followed at {StateText.At(e.OccurredAt)}: {Of(e.Entry)}"),
            .. scenario.Wanted.Select(w => $"wanted at {StateText.At(w.IntendedAt)}: {w.Key}"),
        ];
    }

    internal static string Of(IEnumerable<Effect> effects) => List(effects.Select(e => $"{e.Key}"));

    internal static string List(IEnumerable<string> items) => string.Join(", ", items.DefaultIfEmpty("none"));

    private static string Of(ITimelineEntry entry) => entry switch
    {
        PromiseOpened opened => $"promise {opened.Promise} opened, due {StateText.At(opened.DueAt)}",
        PromiseKept kept => $"promise {kept.Promise} kept",
        PromiseBroken broken => $"promise {broken.Promise} broken",
        PromiseFulfilledLate late => $"promise {late.Promise} fulfilled late",
        PromiseVoided ended => $"promise {ended.Promise} void",
        FindingNoted finding => $"finding {finding.Code} about {finding.Subject}",
        _ => EntryTypes.NameOf(entry),
    };
}
