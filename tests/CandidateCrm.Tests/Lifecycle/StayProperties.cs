using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Lifecycle;

/// <summary>As of any instant: phase, since when, how often, and the total time in each; and the same of what was stated of a person. Walked from the events, one at a time.</summary>
public sealed class StayProperties
{
    private static readonly RelationshipEngine Engine = new();

    private static Arbitrary<int[]> Hours => Arb.From(Gen.ArrayOf(Gen.Choose(0, 24 * 90), 6));

    [Fact]
    public void Stays_in_phases_are_what_the_changes_tell() =>
        Prop.ForAll(Histories.Any, Hours, (events, hours) => hours.All(hour =>
        {
            var at = Histories.Start + Duration.FromHours(hour);
            var decision = AsOf(events, at);
            var changes = decision.Derived.Where(e => e.Entry is PhaseChanged).Select(e => (e.OccurredAt, ((PhaseChanged)e.Entry).To)).ToArray();
            if (decision.Next.Lifecycle is not { } slice)
            {
                return changes.Length == 0;
            }

            var (visits, totals) = Walked(changes, at);
            var stays = slice.StaysAt(at);
            return (slice.Phase, slice.Since) == (changes[^1].To, changes[^1].OccurredAt)
                && stays.Select(s => s.Phase).SequenceEqual(changes.Select(c => c.To).Distinct())
                && stays.All(s => s.Visits == visits[s.Phase] && s.Total == totals[s.Phase])
                && stays.Aggregate(Duration.Zero, (sum, s) => sum + s.Total) == at - changes[0].OccurredAt;
        })).Check(Tries.Of(200));

    [Fact]
    public void Stays_of_availability_are_what_the_changes_tell_and_activations_are_counted() =>
        Prop.ForAll(Histories.Any, Hours, (events, hours) => hours.All(hour =>
        {
            var at = Histories.Start + Duration.FromHours(hour);
            var decision = AsOf(events, at);
            var told = decision.Derived.Select(e => (e.OccurredAt, Entry: e.Entry as AvailabilityChanged)).Where(e => e.Entry is not null).ToArray();
            if (decision.Next.Candidate?.Availability is not { } standing)
            {
                return told.Length == 0;
            }

            var (visits, totals) = Walked([.. told.Select(t => (t.OccurredAt, t.Entry!.To))], at);
            var stays = standing.StaysAt(at);
            return (standing.Current, standing.Since, standing.Changes) == (told[^1].Entry!.To, told[^1].OccurredAt, told.Length)
                && told.Select(t => t.Entry!.Ordinal).SequenceEqual(Enumerable.Range(1, told.Length))
                && told.Zip(told.Skip(1)).All(pair => pair.First.Entry!.To == pair.Second.Entry!.From)
                && stays.Length == visits.Count && stays.All(s => s.Visits == visits[s.Value] && s.Total == totals[s.Value])
                && decision.Next.Candidate.Activations == told.Count(t => t.Entry is { From: Availability.Passive, To: Availability.Active });
        })).Check(Tries.Of(200));

    [Fact]
    public void An_instant_before_the_stay_is_a_mistake_of_the_caller()
    {
        var slice = new LifecycleSlice { Phase = Phase.Hire, Since = Histories.Start };
        var standing = new Standing<Availability> { Current = Availability.Active, Since = Histories.Start };

        Assert.Equal([new PhaseStay { Phase = Phase.Hire, Visits = 1, Total = Duration.Zero }], slice.StaysAt(Histories.Start).AsEnumerable());
        Assert.Throws<ArgumentOutOfRangeException>("at", () => slice.StaysAt(Histories.Start - Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>("at", () => standing.StaysAt(Histories.Start - Duration.Epsilon));
    }

    [Fact]
    public void A_phase_that_an_opening_balance_begins_later_than_it_is_told_begins_with_it()
    {
        var later = Histories.Start + Duration.FromDays(9);
        var state = Engine.Replay(Histories.Anna, [Histories.Event("o", Histories.Start, new RelationshipOpened { Phase = Phase.Engage, PhaseSince = later })], TestRules.Log).Next;

        Assert.Equal(Histories.Start, state.Lifecycle!.Since);
    }

    private static Decision AsOf(CandidateCrm.Timeline.TimelineEvent[] events, Instant at) =>
        Engine.Replay(Histories.Anna, events.Where(e => e.OccurredAt <= at), TestRules.Log, at);

    private static (Dictionary<T, int> Visits, Dictionary<T, Duration> Totals) Walked<T>((Instant At, T To)[] changes, Instant until)
        where T : notnull
    {
        var visits = new Dictionary<T, int>();
        var totals = new Dictionary<T, Duration>();
        for (var i = 0; i < changes.Length; i++)
        {
            visits[changes[i].To] = visits.GetValueOrDefault(changes[i].To) + 1;
            totals[changes[i].To] = totals.GetValueOrDefault(changes[i].To) + ((i + 1 < changes.Length ? changes[i + 1].At : until) - changes[i].At);
        }

        return (visits, totals);
    }
}
