using CandidateCrm.Storage;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class AlarmLeaseCases
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddHolding(cases);
        AddLosing(cases);
        AddGivingBack(cases);
        return cases.All;
    }

    private static void AddHolding(StoreCases cases)
    {
        cases.Add("A claimed alarm is not claimed again while its lease holds", async c =>
        {
            await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute - Duration.FromSeconds(1));
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
        });
        cases.Add("An alarm whose lease ran out is claimed again under a higher fence", async c =>
        {
            var first = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute);
            var second = await c.ClaimAlarmAsync().ConfigureAwait(false);
            c.Check.Holds(second.Fence > first.Fence, $"a fence above {first.Fence}", $"{second.Fence}");
        });
        cases.Add("A renewed lease on an alarm holds from now on", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromSeconds(50));
            c.Check.Same(true, await RenewAsync(c, lease).ConfigureAwait(false), "renewed");
            c.Clock.Advance(Duration.FromSeconds(50));
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
            await c.WriteAsync(Commit(Waking(Anna, 1, wakeAt: null)) with { Lease = lease }).ConfigureAwait(false);
        });
        cases.Add("A fence grows also after an alarm was given back and after an erasure", async c =>
        {
            var first = await ClaimAsync(c).ConfigureAwait(false);
            await c.Alarms.ReleaseAsync(first, CancellationToken.None).ConfigureAwait(false);
            var second = await c.ClaimAlarmAsync().ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            var third = await ClaimAsync(c).ConfigureAwait(false);
            c.Check.Holds(first.Fence < second.Fence && second.Fence < third.Fence, "growing fences", $"{first.Fence}, {second.Fence}, {third.Fence}");
        });
        cases.Add("A commit of somebody else moves a claimed alarm, and the holder meets the other revision", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Waking(Anna, 1, c.Now)).ConfigureAwait(false);
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.RevisionConflict, Commit(Waking(Anna, 1, wakeAt: null)) with { Lease = lease }).ConfigureAwait(false);
            await c.WriteAsync(Commit(Waking(Anna, 2, wakeAt: null)) with { Lease = lease }).ConfigureAwait(false);
        });
    }

    private static void AddLosing(StoreCases cases)
    {
        cases.Add("A commit under the lost lease of an alarm writes nothing", async c =>
        {
            var lost = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute);
            var holder = await c.ClaimAlarmAsync().ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.LeaseLost, Commit(Waking(Anna, 1, wakeAt: null, Fact(Anna, "a"))) with { Lease = lost }).ConfigureAwait(false);
            await c.HasEventsAsync(Anna).ConfigureAwait(false);
            await c.WriteAsync(Commit(Waking(Anna, 1, wakeAt: null)) with { Lease = holder }).ConfigureAwait(false);
        });
        cases.Add("A lost lease on an alarm is not renewed", async c =>
        {
            var lost = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute);
            await c.ClaimAlarmAsync().ConfigureAwait(false);
            c.Check.Same(false, await RenewAsync(c, lost).ConfigureAwait(false), "renewed");
        });
        cases.Add("A lease on an alarm that was erased is lost", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            c.Check.Same(false, await RenewAsync(c, lease).ConfigureAwait(false), "renewed");
            await c.AnswersAsync(CommitStatus.LeaseLost, Commit(Waking(Anna, 0, wakeAt: null)) with { Lease = lease }).ConfigureAwait(false);
            c.Check.Same(null, await c.LoadAsync(Anna).ConfigureAwait(false), "the relationship");
        });
    }

    private static void AddGivingBack(StoreCases cases)
    {
        cases.Add("A released alarm can be claimed at once", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            await c.Alarms.ReleaseAsync(lease, CancellationToken.None).ConfigureAwait(false);
            await c.ClaimsAlarmsAsync("anna").ConfigureAwait(false);
        });
        cases.Add("Releasing a lost lease is no error and takes the alarm from nobody", async c =>
        {
            var lost = await ClaimAsync(c).ConfigureAwait(false);
            c.Clock.Advance(Minute);
            await c.ClaimAlarmAsync().ConfigureAwait(false);
            await c.Alarms.ReleaseAsync(lost, CancellationToken.None).ConfigureAwait(false);
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
        });
        cases.Add("A commit under the alarm's lease gives it back with its new instant", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            var later = c.Now + Duration.FromSeconds(5);
            await c.WriteAsync(Commit(Waking(Anna, 1, later)) with { Lease = lease }).ConfigureAwait(false);
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
            c.Clock.Set(later);
            await c.ClaimsAlarmsAsync("anna").ConfigureAwait(false);
        });
        cases.Add("A lease that was given back by a commit is lost", async c =>
        {
            var lease = await ClaimAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Commit(Waking(Anna, 1, c.Now)) with { Lease = lease }).ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.LeaseLost, Commit(Waking(Anna, 2, c.Now)) with { Lease = lease }).ConfigureAwait(false);
        });
    }

    private static async Task<Lease> ClaimAsync(StoreExamination c)
    {
        await c.WriteAsync(Waking(Anna, 0, c.Now)).ConfigureAwait(false);
        return await c.ClaimAlarmAsync().ConfigureAwait(false);
    }

    private static async Task<bool> RenewAsync(StoreExamination c, Lease lease) =>
        await c.Alarms.RenewAsync(lease, Minute, CancellationToken.None).ConfigureAwait(false);
}
