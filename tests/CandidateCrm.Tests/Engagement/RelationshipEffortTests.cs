using CandidateCrm.Applications;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Engagement;

public sealed class RelationshipEffortTests
{
    [Fact]
    public async Task Touchpoints_and_days_are_averaged_over_the_relationships_as_of_any_instant()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("a1", Day(0), Touch(TouchKinds.EmailReplied), "anna");
        await crm.HappenAsync("a2", Day(1), Touch(TouchKinds.CallHeld), "anna");
        await crm.HappenAsync("b1", Day(2), Touch(TouchKinds.EmailReplied), "ben");
        await crm.HappenAsync("a3", Day(3), Touch(TouchKinds.EmailReplied) with { Quantity = 9 }, "anna");

        var effort = await crm.Acme.Engagement.MeasureAsync();

        Assert.Equal((2L, 4L, 2m, 1.5m), (effort.Relationships, effort.Touches, effort.TouchesEach, effort.DaysEach));
        Assert.Equal([("call.held", 1L), ("email.replied", 3L)], effort.ByKind.Select(each => (each.Kind.Value, each.Count)));
        var then = await crm.Acme.Engagement.MeasureAsync(Day(1));
        Assert.Equal((1L, 2L, 2m, 1m), (then.Relationships, then.Touches, then.TouchesEach, then.DaysEach));
        var before = await crm.Acme.Engagement.MeasureAsync(Day(-1));
        Assert.Equal((0L, null, null), (before.Relationships, before.TouchesEach, before.DaysEach));
    }

    [Fact]
    public async Task What_was_taken_back_took_nothing()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("a1", Day(0), Touch(TouchKinds.EmailReplied), "anna");
        await crm.HappenAsync("a2", Day(4), Touch(TouchKinds.EmailReplied), "anna");
        await crm.HappenAsync("t", Day(5), new FactsRetracted { Events = [EventId.From("a2")], Reason = ReasonCode.From("mistake") }, "anna");

        Assert.Equal(1, (await crm.Acme.Engagement.MeasureAsync()).Touches);
    }

    private static Instant Day(int day) => Histories.Start + Duration.FromDays(day);

    private static TouchpointRecorded Touch(TouchKind kind) => new() { Kind = kind, Direction = Direction.Inbound };
}
