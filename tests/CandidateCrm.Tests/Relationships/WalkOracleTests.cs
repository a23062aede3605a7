using System.Collections.Immutable;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Which rules are in force when, and in which order the line is walked: beside a list that is sorted and nothing else.</summary>
public sealed class WalkOracleTests
{
    private static readonly Witness Watching = new();
    private static readonly RelationshipEngine Engine = new([Watching]);

    [Fact]
    public void In_force_is_the_latest_published_of_the_entries_that_have_begun() =>
        Prop.ForAll(FoldCase.Any, one =>
        {
            var instants = one.Entries.Select(e => e.EffectiveFrom).Where(at => at > Instant.MinValue)
                .SelectMany(at => new[] { at - Duration.FromTicks(10), at, at + Duration.FromTicks(10) }).Append(Histories.Start);
            return instants.All(at => one.Log.InForceAt(at).Position == RulesOracle.InForceAt(one.Entries, at).Position);
        }).Check(Tries.Of(300));

    [Fact]
    public void The_line_is_walked_in_the_order_of_its_places_under_the_rules_of_each_instant() =>
        Prop.ForAll(FoldCase.Any, Arb.From(Gen.ArrayOf(Histories.Moment, 12)), (one, alarms) =>
        {
            Watching.Begin([.. one.Events.Select(e => e.OccurredAt).Take(4), .. one.Entries.Skip(1).Select(e => e.EffectiveFrom), .. alarms]);
            Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);
            return Watching.Seen.SequenceEqual(Expected(one, Watching.Alarms));
        }).Check(Tries.Of(200));

    [Fact]
    public void Waiting_and_telling_walk_the_same_line_as_a_replay() =>
        Prop.ForAll(FoldCase.Any, Arb.From(Gen.ArrayOf(Histories.Moment, 12)), (one, alarms) =>
        {
            Watching.Begin([.. one.Events.Select(e => e.OccurredAt).Take(4), .. one.Entries.Skip(1).Select(e => e.EffectiveFrom), .. alarms]);
            var live = new LiveFold(Engine);
            foreach (var next in one.InOrder)
            {
                live.Wait(next.OccurredAt - Duration.FromTicks(10), one.Log);
                live.Tell(next, one.Log);
            }

            live.Wait(FoldCase.End, one.Log);
            return Watching.Seen.SequenceEqual(Expected(one, Watching.Alarms));
        }).Check(Tries.Of(100));

    private static IEnumerable<(TimelinePlace Place, long Position)> Expected(FoldCase one, ImmutableArray<Instant> alarms)
    {
        var first = one.InOrder.First().Place;
        var boundaries = one.Entries.Where(e => RulesOracle.InForceAt(one.Entries, e.EffectiveFrom) == e && RulesOracle.InForceAt(one.Entries, Instant.MinValue) != e)
            .Select(e => new TimelinePlace(Microseconds.ToMicros(e.EffectiveFrom), TimelinePlace.BoundaryRank));
        return one.Events.Select(e => e.Place).Concat(alarms.Select(TimelinePlace.Alarm)).Concat(boundaries)
            .Where(place => place >= first && place.At <= FoldCase.End)
            .Order()
            .Select(place => (place, RulesOracle.InForceAt(one.Entries, place.At).Position));
    }

    /// <summary>Writes down every pass. It has alarms of its own, and every change of rules concerns it.</summary>
    private sealed class Witness : Reaction
    {
        internal override string Feature => "witness";

        internal ImmutableArray<Instant> Alarms { get; private set; } = [];

        internal List<(TimelinePlace Place, long Position)> Seen { get; } = [];

        internal void Begin(IEnumerable<Instant> alarms)
        {
            Alarms = [.. alarms.Distinct().Order()];
            Seen.Clear();
        }

        internal override void On(FoldPass pass, ITimelineEntry entry) => Note(pass);

        internal override void Tick(FoldPass pass) => Note(pass);

        internal override void Cross(FoldPass pass, RulesInForce before) => Note(pass);

        internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) => true;

        internal override Instant? NextChange(Draft draft, RulesInForce rules) =>
            Alarms.Select(at => (Instant?)at).FirstOrDefault(at => TimelinePlace.Alarm(at!.Value) > draft.Cursor);

        internal override object? Save(Draft draft) => null;

        internal override void Restore(Draft draft, object? slice)
        {
        }

        private void Note(FoldPass pass) => Seen.Add((pass.Place, pass.InForce.Position));
    }
}
