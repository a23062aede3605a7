using System.Collections.Immutable;
using System.Text;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>A random activation log beside a random history: what happened, and which rules were in force when.</summary>
internal sealed class FoldCase(ImmutableArray<Activation> entries, TimelineEvent[] events)
{
    internal static Arbitrary<FoldCase> Any { get; } = Of(FoldHistories.Plain);

    internal static Arbitrary<FoldCase> WithRetractions { get; } = Of(FoldHistories.WithRetractions);

    internal static Arbitrary<FoldCase> Long { get; } = Of(FoldHistories.Long);

    /// <summary>Gets the instant up to which every case is looked at.</summary>
    internal static Instant End { get; } = Histories.Start + Duration.FromDays(80);

    /// <summary>Gets the same cases each time.</summary>
    internal static FoldCase[] Sample(int count, ulong seed = 17) => [.. WithRetractions.Generator.Sample(count, new Rnd(seed), 50)];

    internal ImmutableArray<Activation> Entries => entries;

    internal TimelineEvent[] Events => events;

    internal IEnumerable<TimelineEvent> InOrder => events.OrderBy(e => e.Place);

    internal ActivationLog Log { get; } = ActivationLog.Of(entries);

    /// <summary>Gets when each entry was published: never after it, or one after it, came into force.</summary>
    private ImmutableArray<Instant> PublishedAt { get; } =
    [
        .. entries.Select((_, i) => i == 0 ? Instant.MinValue : entries.Skip(i).Min(e => e.EffectiveFrom) - Duration.FromHours(30 * (i % 2))),
    ];

    /// <summary>Gets the log as it was known at an instant.</summary>
    internal ActivationLog KnownAt(Instant at) => ActivationLog.Of(entries.Where((_, i) => i == 0 || PublishedAt.Skip(1).Take(i).Max() <= at));

    internal FoldCase With(Func<Activation, Activation> change) => new([.. entries.Select(change)], events);

    internal FoldCase With(IEnumerable<TimelineEvent> others) => new(entries, [.. others]);

    public override string ToString()
    {
        var text = new StringBuilder().AppendLine();
        foreach (var entry in entries)
        {
            var modes = string.Join(", ", entry.Modes.Rows.Select(row => $"{row.Feature} {row.Mode} from {row.EffectsFrom}"));
            text.AppendLine($"#{entry.Position} from {entry.EffectiveFrom} variation {Array.IndexOf(RuleVariations.Pool, entry.Rules)} [{modes}] suspended [{string.Join(", ", entry.Suspended)}]");
        }

        foreach (var one in InOrder)
        {
            text.AppendLine($"{one.OccurredAt} {one.SourceOrder} {one.Id} {one.Batch} {one.Entry} {string.Join(',', (one.Entry as FactsRetracted)?.Events ?? [])}");
        }

        return text.ToString();
    }

    private static Arbitrary<FoldCase> Of(Gen<TimelineEvent[]> histories) => Arb.From(
        from events in histories
        from entries in ActivationLogs.Over([.. events.Select(e => e.OccurredAt)])
        select new FoldCase(entries, events),
        Shrunk);

    private static IEnumerable<FoldCase> Shrunk(FoldCase one)
    {
        for (var i = 0; i < one.Entries.Length && one.Entries.Length > 1; i++)
        {
            yield return new FoldCase(one.Entries.RemoveAt(i), one.Events);
        }

        for (var i = 0; i < one.Events.Length && one.Events.Length > 1; i++)
        {
            yield return one.With(one.Events.Where((_, j) => j != i));
        }

        for (var i = 0; i < one.Entries.Length; i++)
        {
            var entry = one.Entries[i];
            foreach (var plainer in Plainer(entry))
            {
                yield return new FoldCase(one.Entries.SetItem(i, plainer), one.Events);
            }
        }
    }

    private static IEnumerable<Activation> Plainer(Activation entry)
    {
        if (!entry.Suspended.IsEmpty)
        {
            yield return entry with { Suspended = [] };
        }

        if (entry.Rules != TestRules.Everything)
        {
            yield return entry with { Rules = TestRules.Everything };
        }

        var others = new FeatureMode { Mode = Mode.Live };
        if (!entry.Modes.Rows.Contains(others))
        {
            yield return entry with { Modes = entry.Modes.With(others) };
        }

        foreach (var row in entry.Modes.Rows.Where(row => row.Feature.IsAssigned))
        {
            yield return entry with { Modes = FeatureModes.Of(entry.Modes.Rows.Remove(row)) };
        }
    }
}
