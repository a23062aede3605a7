using CandidateCrm.Applications;
using CandidateCrm.Segments;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Segments;

/// <summary>Of one person a hundred decisions by hand hold; the next one is refused where it is told.</summary>
public sealed class DecisionLimitTests
{
    [Fact]
    public async Task The_hundred_and_first_decision_is_refused_and_one_that_replaces_another_is_not()
    {
        await using var crm = new CrmUnderTest();
        for (var i = 0; i < 100; i++)
        {
            await crm.HappenAsync($"d-{i}", At(i), Decided($"s-{i}", SegmentDecision.PutIn));
        }

        crm.Clock.Now = At(200);
        var refused = await crm.Acme.RecordAsync(CrmUnderTest.Fact("d-100", At(200), Decided("s-100", SegmentDecision.TakenOut)));
        Assert.Equal((RecordStatus.Refused, FindingCodes.SegmentDecisionsTooMany, null), (refused.Status, refused.Refusal!.Code, refused.Relationship));
        Assert.Contains("100", refused.Refusal.Sentence, StringComparison.Ordinal);
        Assert.DoesNotContain(await crm.TimelineAsync(), one => one.Id == EventId.From("d-100"));
        Assert.Equal(100, (await crm.AnnaAsync()).Segments!.Choices.Length);

        await crm.Acme.SubmitAsync(CrmUnderTest.Fact("d-101", At(200), Decided("s-101", SegmentDecision.PutIn)));
        await crm.Runner.RunInboxAsync();
        Assert.Contains(await crm.TimelineAsync(), one => one.Entry is FindingNoted { Code: FindingCodes.SegmentDecisionsTooMany });

        await crm.HappenAsync("again", At(201), Decided("s-7", SegmentDecision.TakenOut));
        await crm.HappenAsync("released", At(202), Decided("s-0", SegmentDecision.Released));
        await crm.HappenAsync("d-100", At(203), Decided("s-100", SegmentDecision.TakenOut));
        var repeated = await crm.Acme.RecordAsync(CrmUnderTest.Fact("d-0", At(0), Decided("s-0", SegmentDecision.PutIn)));
        Assert.Equal(RecordStatus.Repeated, repeated.Status);
        Assert.Equal((100, false), ((await crm.AnnaAsync()).Segments!.Choices.Length, (await crm.AnnaAsync()).Segments!.ChoiceOf(SegmentKey.From("s-7"))!.IsIn));
    }

    private static Instant At(int minute) => Histories.Start + Duration.FromMinutes(minute);

    private static SegmentMembershipDecided Decided(string segment, SegmentDecision decision) =>
        new() { Segment = SegmentKey.From(segment), Decision = decision, Reason = ReasonCode.From("by-hand") };
}
