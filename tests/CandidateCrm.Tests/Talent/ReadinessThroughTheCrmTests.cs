using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Talent;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;

namespace CandidateCrm.Tests.Talent;

public sealed class ReadinessThroughTheCrmTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly JobApplicationId First = JobApplicationId.From("app-1");

    [Fact]
    public async Task Somebody_is_ready_when_a_process_is_over_and_no_more_once_they_are_set_aside()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything));
        await crm.HappenAsync("s", Day(0), new ApplicationSubmitted { Application = First, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("m", Day(1), new StageEntered { Application = First, Stage = StageKey.From("interview"), Category = StageCategory.Interview });
        await crm.HappenAsync("r", Day(9), new ApplicationEnded { Application = First, Disposition = Disposition.PositionClosed, Reason = ReasonCode.From("filled") });
        Assert.Equal([Anna], await ReadyAsync(crm));

        await crm.HappenAsync("z", Day(20), new CandidateSnoozed { Until = new LocalDate(2026, 4, 30) });
        Assert.Empty(await ReadyAsync(crm));
        Assert.Equal([ReadinessCodes.InProcess], await CodesAsync(crm, Day(5)));
        Assert.Empty(await CodesAsync(crm, Day(10)));
        Assert.Equal([ReadinessCodes.Snoozed], await CodesAsync(crm, Day(21)));
        Assert.Null(await crm.Acme.Talent.AskAsync(CandidateId.From("nobody")));

        crm.Clock.Now = Day(70); // nobody has folded the end of the snooze yet
        Assert.Equal([Anna], await ReadyAsync(crm));
        crm.Clock.Now = Day(365);
        Assert.Empty(await ReadyAsync(crm));
        Assert.Equal([ReadinessCodes.NotHeard], await CodesAsync(crm, Day(365)));
    }

    [Fact]
    public async Task The_tenants_policy_decides()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything).Ready(new ReadinessPolicy { FromCategory = StageCategory.Applied, Against = [ReasonCode.From("fraud")] }));
        await crm.HappenAsync("s", Day(0), new ApplicationSubmitted { Application = First, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("w", Day(1), new ApplicationEnded { Application = First, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("fraud") });
        Assert.Equal([Anna], await ReadyAsync(crm)); // their own word is no rejection
        await crm.HappenAsync("o", Day(2), new ApplicationReopened { Application = First });
        await crm.HappenAsync("r", Day(3), new ApplicationEnded { Application = First, Disposition = Disposition.Rejected, Reason = ReasonCode.From("fraud") });
        Assert.Equal([ReadinessCodes.ReasonAgainst], await CodesAsync(crm, Day(4)));
    }

    private static Instant Day(int day) => Histories.Start + Duration.FromDays(day);

    private static async Task<CandidateId[]> ReadyAsync(CrmUnderTest crm) => await crm.Acme.Talent.ReadReadyAsync().Select(ready => ready.Candidate).ToArrayAsync();

    private static async Task<string[]> CodesAsync(CrmUnderTest crm, Instant at) =>
        [.. (await crm.Acme.Talent.AskAsync(Anna, at))!.Obstacles.Select(obstacle => obstacle.Code)];
}
