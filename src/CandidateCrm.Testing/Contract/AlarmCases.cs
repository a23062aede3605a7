using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class AlarmCases
{
    private static readonly Duration Hour = Duration.FromHours(1);

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddOrder(cases);
        AddMoving(cases);
        return cases.All;
    }

    private static void AddOrder(StoreCases cases)
    {
        cases.Add("An alarm is due at its very instant and not before", async c =>
        {
            await c.WriteAsync(Waking(Anna, 0, c.Now + Hour)).ConfigureAwait(false);
            c.Clock.Advance(Hour - Duration.FromTicks(10));
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
            c.Clock.Advance(Duration.FromTicks(10));
            await c.ClaimsAlarmsAsync("anna").ConfigureAwait(false);
        });
        cases.Add("An alarm is due when failed features are tried again, if that is earlier than what else is listened to", async c =>
        {
            await c.WriteAsync(Waking(Anna, 0, c.Now + Hour + Hour, again: c.Now + Hour), Waking(Ben, 0, wakeAt: null, again: c.Now + Hour)).ConfigureAwait(false);
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
            c.Clock.Advance(Hour);
            await c.ClaimsAlarmsAsync("anna", "ben").ConfigureAwait(false);
        });
        cases.Add("A claim says the store's clock, and leases hold from it", async c =>
        {
            await c.WriteAsync(Waking(Anna, 0, c.Now)).ConfigureAwait(false);
            var claim = await c.Alarms.ClaimAsync(new ClaimRequest { Lease = Hour }, CancellationToken.None).ConfigureAwait(false);
            c.Check.Same(c.Now, claim.Now, "the store's clock");
            c.Check.Same(c.Now + Hour, claim.Leases[0].Until, "the lease until");
            c.Check.Same(string.Empty, claim.Leases[0].Effect, "the effect of an alarm's lease");
        });
        cases.Add("Alarms come earliest first", async c =>
        {
            await c.WriteAsync(Waking(Ben, 0, c.Now - Hour), Waking(Anna, 0, c.Now), Waking(Cleo, 0, c.Now - Hour - Hour)).ConfigureAwait(false);
            await c.ClaimsAlarmsAsync("cleo", "ben", "anna").ConfigureAwait(false);
        });
        cases.Add("The earliest alarm goes first also after its lease ran out", async c =>
        {
            await c.WriteAsync(Waking(Anna, 0, c.Now - Hour), Waking(Ben, 0, c.Now)).ConfigureAwait(false);
            await c.ClaimAlarmsAsync(1).ConfigureAwait(false);
            c.Clock.Advance(Hour);
            await c.ClaimsAlarmsAsync("anna", "ben").ConfigureAwait(false);
        });
    }

    private static void AddMoving(StoreCases cases)
    {
        cases.Add("A later commit moves the alarm", async c =>
        {
            await c.WriteAsync(Waking(Anna, 0, c.Now), Waking(Ben, 0, c.Now + Hour)).ConfigureAwait(false);
            await c.WriteAsync(Waking(Anna, 1, c.Now + Hour), Waking(Ben, 1, c.Now)).ConfigureAwait(false);
            await c.ClaimsAlarmsAsync("ben").ConfigureAwait(false);
        });
        cases.Add("A commit without an alarm removes it", async c =>
        {
            await c.WriteAsync(Waking(Anna, 0, c.Now)).ConfigureAwait(false);
            await c.WriteAsync(Waking(Anna, 1, wakeAt: null)).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromDays(365));
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
        });
        cases.Add("There is at most one alarm a candidate", async c =>
        {
            for (var i = 0; i < 5; i++)
            {
                await c.WriteAsync(Waking(Anna, i, c.Now - Duration.FromMinutes(i))).ConfigureAwait(false);
            }

            await c.ClaimsAlarmsAsync("anna").ConfigureAwait(false);
        });
        cases.Add("A claim takes at most as many alarms as asked", async c =>
        {
            await c.WriteAsync(Waking(Anna, 0, c.Now), Waking(Ben, 0, c.Now - Hour), Waking(Cleo, 0, c.Now)).ConfigureAwait(false);
            var claimed = await c.ClaimAlarmsAsync(1).ConfigureAwait(false);
            c.Check.SameList(["ben"], claimed.Select(l => l.Relationship.Candidate.Value), "claimed");
        });
    }
}
