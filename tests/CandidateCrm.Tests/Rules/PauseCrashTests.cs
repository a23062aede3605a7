using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Timeline;
using static CandidateCrm.Tests.Rules.PausedCrm;

namespace CandidateCrm.Tests.Rules;

/// <summary>A process that dies at any call of its store while something is paused, held or resumed has lost nothing and stopped nothing for good.</summary>
public sealed class PauseCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_call_of_the_store_changes_nothing_in_the_end(bool afterTheCall)
    {
        var (calls, undisturbed) = await RunAsync(failingCall: 0, afterTheCall);
        Assert.Equal(Everything, undisturbed);
        Assert.True(calls > 20, $"{calls} calls");
        for (var call = 1; call <= calls; call++)
        {
            var (_, heard) = await RunAsync(call, afterTheCall);
            Assert.Equal(Everything, heard.Distinct());
            Assert.InRange(heard.Length, Everything.Length, Everything.Length + 1);
        }
    }

    private static async Task<(int Calls, string[] Heard)> RunAsync(int failingCall, bool afterTheCall)
    {
        ShakyStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.UseStore(clock => store = new ShakyStore(clock));
        });
        var heard = crm.Listen();
        await crm.WaitingAsync("anna");
        store!.Begin(failingCall, afterTheCall);
        var until = crm.Clock.Now + Duration.FromDays(3);
        await UntilDoneAsync(crm, async () => await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "Wait.", until));
        await UntilDoneAsync(crm, async () => await crm.Runner.DrainOutboxAsync());
        Assert.Empty(heard);
        await UntilDoneAsync(crm, async () => await crm.Acme.Pauses.PauseAsync(PauseScope.Tenant, Olga, "Wait longer."));
        await UntilDoneAsync(crm, async () => await crm.Acme.Pauses.ListAsync());
        await UntilDoneAsync(crm, async () => await crm.Acme.Pauses.ResumeAsync(PauseScope.Tenant, Olga, "Go."));
        crm.Clock.Now += Seconds10;
        await UntilDoneAsync(crm, async () => await crm.Runner.DrainOutboxAsync());
        var calls = store.Calls;

        Assert.Empty(await crm.Acme.Pauses.ListAsync());
        Assert.Equal(["Wait longer.", "Wait."], (await crm.Acme.Pauses.EndedAsync()).Select(p => p.Why).Distinct().Order(StringComparer.Ordinal));
        await crm.AreDoneAsync("anna");
        return (calls, heard.Of("anna"));
    }

    private static async Task UntilDoneAsync(CrmUnderTest crm, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (TimeoutException)
        {
            crm.Clock.Now += Duration.FromHours(1);
            await work();
        }
    }

    private sealed class ShakyStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock))
    {
        private int _failing;
        private bool _afterTheCall;

        internal int Calls { get; private set; }

        internal void Begin(int failing, bool afterTheCall) => (_failing, _afterTheCall, Calls) = (failing, afterTheCall, 0);

        protected override async ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
        {
            var fails = ++Calls == _failing;
            if (fails && !_afterTheCall)
            {
                throw new TimeoutException();
            }

            var answer = await call();
            return fails ? throw new TimeoutException() : answer;
        }
    }
}
