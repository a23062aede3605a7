using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Talent;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Talent;

public sealed class ReadinessEngineTests
{
    private static readonly JobApplicationId First = JobApplicationId.From("app-1");
    private static readonly Instant Now = Instant.FromUtc(2026, 6, 1, 0, 0);

    private static readonly ReadinessGrounds Ready = new()
    {
        Applications = Of(Ended(StageCategory.Interview)),
        Contact = new ContactSlice { LastInboundAt = Now - Duration.FromDays(100) },
    };

    public static TheoryData<string, ReadinessGrounds> Obstacles => new()
    {
        { ReadinessCodes.Erased, Ready with { Lifecycle = Under(new LifecycleOverlays { ErasedAt = Now }) } },
        { ReadinessCodes.Merged, Ready with { Lifecycle = Under(new LifecycleOverlays { MergedAt = Now, MergedInto = CandidateId.From("berta") }) } },
        { ReadinessCodes.ContactBarred, Ready with { Lifecycle = Under(new LifecycleOverlays { ContactBar = new ContactBar { Since = Now } }) } },
        { ReadinessCodes.Snoozed, Ready with { Lifecycle = Snoozed(Now + Duration.Epsilon) } },
        { ReadinessCodes.Hired, Ready with { Applications = Of(Ended(StageCategory.Interview), Ended(StageCategory.Offer) with { Ending = new ApplicationEnding { Disposition = Disposition.Hired, At = Now } }) } },
        { ReadinessCodes.Hired, Ready with { Lifecycle = In(Phase.Nurture) with { Roles = [new RoleState { Role = PersonRole.Employee, Since = Now, Visits = 1 }] } } },
        { ReadinessCodes.InProcess, Ready with { Applications = Of(Ended(StageCategory.Interview), new ApplicationState { Application = JobApplicationId.From("app-2"), StageSince = Now }) } },
        { ReadinessCodes.ReasonAgainst, Ready with { Applications = Of(Ended(StageCategory.Interview, "not-again")) } },
        { ReadinessCodes.NotAvailable, Ready with { Candidate = new CandidateSlice { Availability = new Standing<Availability> { Current = Availability.NotLooking, Since = Now } } } },
        { ReadinessCodes.NotInterested, Ready with { Candidate = new CandidateSlice { Interest = new Standing<InterestLevel> { Current = InterestLevel.None, Since = Now } } } },
        { ReadinessCodes.NotKnown, Ready with { Applications = Of(Ended(StageCategory.Assessment)) } },
        { ReadinessCodes.NotHeard, Ready with { Contact = new ContactSlice { LastInboundAt = Now - Duration.FromDays(365) } } },
        { ReadinessCodes.NotHeard, Ready with { Contact = new ContactSlice { LastOutboundAt = Now } } },
    };

    private static readonly ReadinessPolicy Policy = new() { Against = [ReasonCode.From("not-again"), ReasonCode.From("fraud"), ReasonCode.From("fraud")] };

    [Fact]
    public void Who_is_known_and_free_and_was_heard_of_is_ready()
    {
        var readiness = ReadinessEngine.Decide(Ready, Policy, Now);
        Assert.True(readiness.IsReady);
        Assert.Equal((StageCategory.Interview, Now + Duration.FromDays(265)), (readiness.Reached, readiness.NextChangeAt));
        Assert.True(ReadinessEngine.Decide(Ready with { Contact = null, Applications = Of(Ended(StageCategory.Offer) with { SubmittedAt = Now - Duration.FromDays(10) }) }, Policy, Now).IsReady);
        Assert.True(ReadinessEngine.Decide(Ready with { Candidate = new CandidateSlice { Availability = new Standing<Availability> { Current = Availability.Unknown, Since = Now } } }, Policy, Now).IsReady);
        Assert.Equal(["fraud", "not-again"], Policy.Against.Select(code => code.Value));
    }

    [Theory]
    [MemberData(nameof(Obstacles), DisableDiscoveryEnumeration = true)]
    public void Each_thing_that_stands_against_it_is_named(string code, ReadinessGrounds grounds)
    {
        var readiness = ReadinessEngine.Decide(grounds, Policy, Now);
        Assert.Equal([code], readiness.Obstacles.Select(obstacle => obstacle.Code));
        Assert.True(readiness.Has(code) && !readiness.IsReady);
    }

    [Fact]
    public void Of_nobody_anything_is_known_before_there_was_anything() =>
        Assert.Equal([ReadinessCodes.NotKnown, ReadinessCodes.NotHeard], ReadinessEngine.Decide(new ReadinessGrounds(), Policy, Now).Obstacles.Select(obstacle => obstacle.Code));

    [Fact]
    public void A_snooze_stands_against_it_until_its_end_and_not_at_it()
    {
        var grounds = Ready with { Lifecycle = Snoozed(Now + Duration.FromDays(3)) };
        Assert.Equal(Now + Duration.FromDays(3), ReadinessEngine.Decide(grounds, Policy, Now).Obstacles.Single().Until);
        Assert.True(ReadinessEngine.Decide(grounds, Policy, Now + Duration.FromDays(3)).IsReady);
    }

    [Theory]
    [InlineData(Availability.Passive, Availability.Passive, true)]
    [InlineData(Availability.Active, Availability.Passive, true)]
    [InlineData(Availability.Passive, Availability.Active, false)]
    [InlineData(Availability.NotLooking, Availability.NotLooking, true)]
    public void Who_is_as_available_as_the_policy_asks_is_ready(Availability known, Availability least, bool isReady)
    {
        var grounds = Ready with { Candidate = new CandidateSlice { Availability = new Standing<Availability> { Current = known, Since = Now } } };
        Assert.Equal(isReady, ReadinessEngine.Decide(grounds, Policy with { AtLeast = least }, Now).IsReady);
    }

    [Theory]
    [InlineData(3, 265, 3)] // the snooze ends first
    [InlineData(300, 265, 265)] // they were heard of too long ago first
    [InlineData(0, 265, 265)] // the snooze is over at its end
    public void The_next_change_is_the_earlier_of_the_two_that_are_still_to_come(int snoozedDays, int heardDays, int days)
    {
        var readiness = ReadinessEngine.Decide(Ready with { Lifecycle = Snoozed(Now + Duration.FromDays(snoozedDays)) }, Policy, Now);
        Assert.Equal((Now + Duration.FromDays(days), Now + Duration.FromDays(heardDays)), (readiness.NextChangeAt, readiness.HeardAt + Duration.FromDays(365)));
    }

    [Fact]
    public void A_policy_out_of_bounds_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadinessPolicy { HeardWithinDays = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadinessPolicy { HeardWithinDays = 3_651 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadinessPolicy { FromCategory = (StageCategory)99 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReadinessPolicy { AtLeast = (Availability)99 });
    }

    [Fact]
    public void Between_an_instant_and_the_next_change_the_answer_is_the_same_and_at_it_another() =>
        Prop.ForAll(Histories.Any, Gen.Choose(0, 900 * 24).ToArbitrary(), (events, hours) =>
        {
            var at = events.Max(one => one.OccurredAt) + Duration.FromHours(hours);
            var grounds = GroundsAt(events, at);
            var now = ReadinessEngine.Decide(grounds, Policy, at);
            var end = now.NextChangeAt ?? at + Duration.FromDays(4_000);

            Assert.True(end > at);
            Assert.All(new[] { at + ((end - at) / 3), end - Duration.Epsilon }, moment => Assert.Equal(Codes(now), Codes(ReadinessEngine.Decide(grounds, Policy, moment))));
            Assert.True(now.NextChangeAt is null || !Codes(now).SequenceEqual(Codes(ReadinessEngine.Decide(grounds, Policy, end))));
        }).Check(Tries.Of());

    [Fact]
    public void The_codes_come_each_once_in_the_order_of_the_list() => Prop.ForAll(Histories.Any, events =>
    {
        var at = events.Max(one => one.OccurredAt);
        var codes = Codes(ReadinessEngine.Decide(GroundsAt(events, at), Policy, at));
        Assert.Equal(ReadinessCodes.All.Where(codes.Contains), codes);
    }).Check(Tries.Of());

    private static string[] Codes(Readiness readiness) => [.. readiness.Obstacles.Select(obstacle => obstacle.Code)];

    private static ReadinessGrounds GroundsAt(TimelineEvent[] events, Instant at)
    {
        var folded = new RelationshipEngine().Replay(Histories.Anna, [.. events.OrderBy(one => one.Place)], TestRules.Log, at).Next;
        return new ReadinessGrounds { Lifecycle = folded.Lifecycle, Applications = folded.Applications, Candidate = folded.Candidate, Contact = folded.Contact };
    }

    private static ApplicationsSlice Of(params ImmutableArray<ApplicationState> all) => new() { All = all };

    private static ApplicationState Ended(StageCategory reached, string reason = "other") => new()
    {
        Application = First, StageSince = Now - Duration.FromDays(90), FurthestCategory = reached,
        Ending = new ApplicationEnding { Disposition = Disposition.Rejected, Reason = ReasonCode.From(reason), At = Now - Duration.FromDays(90) },
    };

    private static LifecycleSlice In(Phase phase) => new() { Phase = phase, Since = Now };

    private static LifecycleSlice Under(LifecycleOverlays overlays) => In(Phase.Nurture) with { Overlays = overlays };

    private static LifecycleSlice Snoozed(Instant until) =>
        Under(new LifecycleOverlays { Snooze = new Snooze { Since = Now - Duration.FromDays(9), Until = new LocalDate(2026, 6, 4), EndsAt = until } });
}
