using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Holds what happens against what we will not do.</summary>
internal static class ProhibitionStep
{
    /// <summary>Takes in a fact: what is forbidden breaks the promise and opens the next, what ends it keeps it.</summary>
    internal static void Hear(FoldPass pass, Promise promise, (ITimelineEntry Entry, string Subject) told)
    {
        var rule = (ProhibitionExpectation)pass.RuleOf(promise);
        if (IsCounted(rule, told.Entry, pass.Cause) && PromiseHearing.IsMeant(promise, told.Subject))
        {
            Count(pass, promise, rule, told.Entry);
            return;
        }

        if (PromiseHearing.Means(rule.EndedBy, promise, told.Entry, told.Subject))
        {
            PromiseEnding.Hold(pass, promise);
        }
    }

    /// <summary>Says whether something is forbidden, or counted where some are allowed.</summary>
    internal static bool IsCounted(ProhibitionExpectation rule, ITimelineEntry entry, TimelineEvent? cause) =>
        rule.BrokenBy.Matches(entry) && (!rule.OnlyWithoutPerson || AutomationRule.IsUnanswered(entry, cause));

    /// <summary>Counts an event at its instant; null where it is one too many, or where none is allowed.</summary>
    internal static ImmutableArray<Instant>? Counted(ImmutableArray<Instant> before, ProhibitionExpectation rule, ITimelineEntry entry, Instant at)
    {
        if (rule.Allowance is not { } allowance)
        {
            return null;
        }

        var within = Within(before, allowance, at);
        var more = QuantityOf(entry);
        return within.Length + more > allowance.Count ? null : within.AddRange(Enumerable.Repeat(at, more));
    }

    private static int QuantityOf(ITimelineEntry entry) => entry is TouchpointRecorded touch ? touch.Quantity : 1;

    private static void Count(FoldPass pass, Promise promise, ProhibitionExpectation rule, ITimelineEntry entry)
    {
        if (Counted(promise.Counted, rule, entry, pass.At) is { } counted)
        {
            PromiseSlice.Replace(pass, promise, promise with { Counted = counted });
            return;
        }

        PromiseSlice.Remove(pass, promise.Key);
        pass.Raise(new PromiseBroken { Promise = promise.Key, DueAt = pass.At, ByBreach = true });
        PromiseTasks.OpenBroken(pass, promise, rule, pass.At);
        if (!PromiseSlice.EndsNow(pass, promise.Key.Subject))
        {
            PromiseOpening.OpenNext(pass, promise, rule, Latest(promise.Counted, rule, entry, pass.At));
        }
    }

    /// <summary>Returns what the next promise begins with: what was counted counts for it as well, and no more than is allowed need be known.</summary>
    private static ImmutableArray<Instant> Latest(ImmutableArray<Instant> before, ProhibitionExpectation rule, ITimelineEntry entry, Instant at) => rule.Allowance is not { } allowance
        ? []
        : [.. Within(before, allowance, at).AddRange(Enumerable.Repeat(at, Math.Min(QuantityOf(entry), allowance.Count))).TakeLast(allowance.Count)];

    private static ImmutableArray<Instant> Within(ImmutableArray<Instant> counted, Allowance allowance, Instant at) => counted.RemoveAll(one => one <= at - allowance.Within);
}
