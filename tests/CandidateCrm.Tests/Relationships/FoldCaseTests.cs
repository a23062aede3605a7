using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>The random cases hold what the properties are about; a property over cases in which nothing happens proves nothing.</summary>
public sealed class FoldCaseTests
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly FoldCase[] Cases = FoldCase.Sample(900);
    private static readonly Decision[] Replays = [.. Cases.Select(one => Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End))];

    [Fact]
    public void Many_changes_of_rules_are_felt() => Assert.True(Replays.Count(r => r.Derived.Any(IsByRules)) >= 100);

    [Fact]
    public void Bands_and_phases_change_and_promises_end_by_rules_alone()
    {
        var byRules = Replays.SelectMany(r => r.Derived).Where(IsByRules).Select(e => e.Entry).ToArray();

        Assert.True(byRules.OfType<BandChanged>().Count(b => b.ByRules) >= 10);
        Assert.True(byRules.OfType<PhaseChanged>().Count() >= 10);
        Assert.True(byRules.OfType<PromiseVoided>().Count() >= 10);
        Assert.True(byRules.OfType<PromiseBroken>().Any());
    }

    [Fact]
    public void Effects_of_every_kind_are_wanted_and_withheld_for_every_reason()
    {
        var effects = Replays.SelectMany(r => r.Effects).ToArray();

        foreach (var withheld in new[] { null, "mode.observe", "mode.before_effects_from" })
        {
            Assert.True(effects.Count(e => e.Withheld == withheld && e.Intent is OpenTask) >= 10);
            Assert.True(effects.Count(e => e.Withheld == withheld && e.Intent is Announce) >= 10);
        }

        Assert.True(effects.Count(e => e is { Intent: CloseTask, Withheld: null }) >= 10);
        Assert.True(effects.Count(e => e is { Intent: CloseTask, Withheld: not null }) >= 2);
    }

    [Fact]
    public void Entries_are_withdrawn_and_share_instants_with_events_and_alarms()
    {
        Assert.True(Cases.Count(one => one.Log.InForce.Length < one.Entries.Length) >= 40);
        Assert.True(Cases.Count(one => one.Log.InForce.Skip(1).Any(entry => one.Events.Any(e => e.OccurredAt == entry.EffectiveFrom))) >= 40);
        Assert.True(Cases.Zip(Replays).Count(pair => pair.First.Log.InForce.Skip(1).Any(entry => pair.Second.Derived.Any(e => e is { Entry: PromiseBroken } && e.OccurredAt == entry.EffectiveFrom))) >= 3);
    }

    [Fact]
    public void Facts_are_taken_back_before_and_after_they_are_told()
    {
        var before = Cases.Count(one => Taken(one).Any(pair => pair.Taker.Place < pair.Fact.Place));
        var after = Cases.Count(one => Taken(one).Any(pair => pair.Taker.Place > pair.Fact.Place));

        Assert.True(before >= 40 && after >= 40, $"{before} before, {after} after");
        Assert.True(Cases.Count(one => Taken(one).Any(pair => pair.Fact.Entry is FactsRetracted)) >= 10);
        Assert.True(Cases.Count(one => Taken(one).Any(pair => pair.Fact.Entry is IAct)) >= 5);
        Assert.True(Replays.Count(r => r.Next.Retractions is { Events.IsEmpty: false }) >= 10);
    }

    [Fact]
    public void People_close_tasks_that_are_open() =>
        Assert.True(Cases.Zip(Replays).Count(pair => RulesOracle.Told(pair.First.Events).Select(e => (e.OccurredAt, e.Entry as TaskClosed)).Any(closed =>
            pair.Second.Effects.Any(e => e is { Intent: OpenTask, Withheld: null } && e.Key == closed.Item2?.Task && e.IntendedAt < closed.OccurredAt))) >= 5);

    [Fact]
    public void Ten_kinds_of_promises_run_side_by_side()
    {
        var kinds = Replays.Select(r => r.Derived.Select(e => e.Entry).OfType<PromiseOpened>().Select(p => p.Promise.Expectation).ToHashSet()).ToArray();
        var more = RuleVariations.SevenMore.Select(e => e.Key).ToArray();

        Assert.True(kinds.Count(k => k.Overlaps(more)) >= 40);
        Assert.True(kinds.Count(k => k.Count >= 7) >= 5);
        Assert.All(more, key => Assert.True(Replays.Count(r => r.Derived.Any(e => e.Entry is PromiseKept or PromiseBroken && e.Entry.ToString()!.Contains(key.Value, StringComparison.Ordinal))) >= 3, key.Value));
    }

    [Fact]
    public void Long_histories_leave_several_checkpoints() =>
        Assert.True(FoldCase.Long.Generator.Sample(40, new FsCheck.Rnd(5), 50).Count(one => Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End).Checkpoints.Length >= 3) >= 20);

    private static bool IsByRules(TimelineEvent one) => one.Id.Value.StartsWith("~~#", StringComparison.Ordinal);

    private static IEnumerable<(TimelineEvent Taker, TimelineEvent Fact)> Taken(FoldCase one) =>
        from taker in one.Events
        let retraction = taker.Entry as FactsRetracted
        where retraction is not null
        from fact in one.Events
        where retraction.Events.Contains(fact.Id) || (retraction.Batch.IsAssigned && retraction.Batch == fact.Batch)
        select (taker, fact);
}
