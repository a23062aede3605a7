using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>Which verdicts on promises a correction of the past changes.</summary>
internal static class VerdictChanges
{
    /// <summary>Returns the promises whose verdict was on record and is another one now. Without a new fact nothing changes a verdict.</summary>
    internal static ImmutableArray<PromiseVerdictChanged> Of(RecordPlan plan, int ordinal)
    {
        var facts = plan.Events.Where(told => told.Class == EntryClass.Fact).OrderBy(told => told.Place).Select(told => told.Id).ToArray();
        if (facts.Length == 0)
        {
            return [];
        }

        var now = new Dictionary<PromiseKey, (PromiseState State, EventId Cause)>();
        foreach (var derived in plan.Derived)
        {
            if (VerdictOf(derived.Entry) is { } verdict)
            {
                now[verdict.Promise] = (verdict.State, derived.Cause);
            }
        }

        var opened = plan.Derived.Select(derived => derived.Entry).OfType<PromiseOpened>().Select(each => each.Promise).ToHashSet();
        var gone = plan.Retracted.Select(derived => derived.Entry).OfType<PromiseOpened>().Select(each => each.Promise).Where(promise => !opened.Contains(promise)).ToHashSet();
        var changes = ImmutableArray.CreateBuilder<PromiseVerdictChanged>();
        foreach (var (promise, old) in plan.Retracted.Select(derived => VerdictOf(derived.Entry)).OfType<(PromiseKey Promise, PromiseState State)>())
        {
            var isJudged = now.TryGetValue(promise, out var verdict);
            var state = isJudged ? verdict.State : gone.Contains(promise) ? PromiseState.Void : PromiseState.Open;
            if (state != old)
            {
                var cause = isJudged && Array.IndexOf(facts, verdict.Cause) >= 0 ? verdict.Cause : facts[0];
                changes.Add(new PromiseVerdictChanged { Promise = promise, Old = old, New = state, Cause = cause, Ordinal = ordinal });
            }
        }

        return changes.DrainToImmutable();
    }

    // What was broken stays broken, however it ended.
    private static (PromiseKey Promise, PromiseState State)? VerdictOf(ITimelineEntry entry) => entry switch
    {
        PromiseKept kept => (kept.Promise, PromiseState.Kept),
        PromiseBroken broken => (broken.Promise, PromiseState.Broken),
        PromiseVoided { WasBroken: false } ended => (ended.Promise, PromiseState.Void),
        _ => null,
    };
}
