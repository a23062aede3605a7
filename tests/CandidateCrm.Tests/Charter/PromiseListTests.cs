using CandidateCrm.Charter;
using CandidateCrm.Tests.Timeline;
using static CandidateCrm.Tests.Charter.CharterScenes;

namespace CandidateCrm.Tests.Charter;

/// <summary>Lists that are read while alarms have not rung: nobody is missed, and nobody is on two of them.</summary>
public sealed class PromiseListTests
{
    private static readonly OnceExpectation Plain = CharterRules.Acknowledge with { Levels = [] };
    private static readonly WaitingBegan Waits = new() { Application = App, Reason = CharterRules.Waiting };

    [Theory]
    [InlineData("2026-03-04T12:59:59.999999Z", 1, 0)]
    [InlineData("2026-03-04T13:00:00Z", 0, 1)]
    public async Task A_pause_that_has_lasted_as_long_as_it_may_is_over_at_that_instant_whether_or_not_an_alarm_has_rung(string now, int paused, int overdue)
    {
        // It began at the due instant, 13:00 on Monday, and lasts two days at most: sixteen hours of work, so that it is due when the pause is over.
        await using var crm = Crm();
        await crm.HappenAsync("s", At("2026-03-02T09:00:00Z"), Submitted);
        await crm.HappenAsync("w", At("2026-03-02T13:00:00Z"), Waits);
        crm.Clock.Now = At(now);

        Assert.Equal((paused, overdue), (await crm.Acme.Charter.PausedAsync(Duration.Zero).CountAsync(), await crm.Acme.Charter.OverdueAsync().CountAsync()));
    }

    [Fact]
    public async Task What_was_overdue_then_is_found_whether_it_still_is_or_ended_since_or_no_alarm_has_rung()
    {
        await using var crm = Crm();
        foreach (var candidate in new[] { "ann", "ben", "cleo", "dora" })
        {
            await crm.HappenAsync($"{candidate}:s", At("2026-03-02T09:00:00Z"), Submitted, candidate);
        }

        // Ann is still owed an answer; Ben waits, for longer than he may; Cleo was answered on Friday, and Dora at the very instant that is asked for.
        await crm.HappenAsync("ben:w", At("2026-03-02T10:00:00Z"), Waits, "ben");
        await crm.HappenAsync("dora:m", At("2026-03-05T12:00:00Z"), Out, "dora");
        await crm.HappenAsync("cleo:m", At("2026-03-06T09:00:00Z"), Out, "cleo");
        crm.Clock.Now = At("2026-03-06T12:00:00Z");

        var then = await crm.Acme.Charter.OverdueAsync(At("2026-03-05T12:00:00Z")).ToListAsync();

        Assert.Equal(
            [("ann", At("2026-03-02T13:00:00Z")), ("cleo", At("2026-03-02T13:00:00Z")), ("ben", At("2026-03-04T13:00:00Z"))],
            then.Select(each => (each.Candidate.Value, each.Promise.DueAt!.Value)));
    }

    private static CrmUnderTest Crm() => new(rules: rules => rules.Take(CharterRules.Of(Plain)));
}
