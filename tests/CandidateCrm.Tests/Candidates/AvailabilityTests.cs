using CandidateCrm.Relationships;
using CandidateCrm.Lifecycle;
using static CandidateCrm.Lifecycle.PersonStory;

namespace CandidateCrm.Candidates;

public sealed class AvailabilityTests
{
    private static AvailabilityStated Stated(Availability availability) => new() { Availability = availability };

    [Fact]
    public void From_passive_to_active_is_an_event_that_is_counted_and_announced()
    {
        var story = new PersonStory().Tell("2026-03-01", Stated(Availability.Passive)).Tell("2026-03-11", Stated(Availability.Passive)).Tell("2026-04-01", Stated(Availability.Active))
            .Tell("2026-05-01", Stated(Availability.NotLooking)).Tell("2026-06-01", Stated(Availability.Active));
        var slice = story.UpTo("2026-06-11").Next.Candidate!;

        Assert.Equal((Availability.Active, At("2026-06-01"), 4, 1), (slice.Availability!.Current, slice.Availability.Since, slice.Availability.Changes, slice.Activations));
        Assert.Equal(new AvailabilityChanged { From = Availability.Passive, To = Availability.Active, Ordinal = 2 }, story.Derived<AvailabilityChanged>("2026-04-01").Last());
        Assert.Contains(story.UpTo("2026-04-01").Effects, effect => effect.Key == new EffectKey("availability", "*", 2, "announce.availability_changed"));
        Assert.Equal(
            [(Availability.Passive, 1, 31), (Availability.Active, 2, 40), (Availability.NotLooking, 1, 31)],
            slice.Availability.StaysAt(At("2026-06-11")).Select(s => (s.Value, s.Visits, s.Total.Days)));
    }

    [Fact]
    public void That_nobody_knows_is_no_statement_until_somebody_knew()
    {
        var story = new PersonStory().Tell("2026-03-01", Stated(Availability.Unknown)).Tell("2026-03-02", Stated(Availability.Active)).Tell("2026-03-03", Stated(Availability.Unknown));

        Assert.Null(story.UpTo("2026-03-01").Next.Candidate);
        Assert.Equal((Availability.Unknown, 2), (story.UpTo("2026-03-03").Next.Candidate!.Availability!.Current, story.Derived<AvailabilityChanged>("2026-03-03").Count()));
    }

    [Fact]
    public void The_level_of_interest_has_a_history_of_its_own()
    {
        var story = new PersonStory().Tell("2026-03-01", new InterestStated { Level = InterestLevel.Low }).Tell("2026-03-21", new InterestStated { Level = InterestLevel.High });
        var interest = story.UpTo("2026-03-31").Next.Candidate!.Interest!;

        Assert.Equal([(InterestLevel.Low, 20), (InterestLevel.High, 10)], interest.StaysAt(At("2026-03-31")).Select(s => (s.Value, s.Total.Days)));
        Assert.Equal([new InterestChanged { From = InterestLevel.Unknown, To = InterestLevel.Low, Ordinal = 1 }, new InterestChanged { From = InterestLevel.Low, To = InterestLevel.High, Ordinal = 2 }], story.Derived<InterestChanged>("2026-03-31"));
    }
}
