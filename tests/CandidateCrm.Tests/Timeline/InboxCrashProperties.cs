using CandidateCrm.Fixtures;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Timeline;

/// <summary>A process that dies at any call of its store or inbox, and comes back, ends where an undisturbed one ends. A host whose submission got no answer submits again.</summary>
public sealed class InboxCrashProperties
{
    private static readonly Arbitrary<TimelineEvent[]> Short = Arb.From(
        Histories.Any.Generator.Select(events => events.Take(6).ToArray()), Histories.Any.Shrinker);

    [Fact]
    public void A_crash_before_any_call_loses_and_doubles_nothing() => Check(afterTheCall: false);

    [Fact]
    public void An_answer_lost_after_any_call_loses_and_doubles_nothing() => Check(afterTheCall: true);

    private static void Check(bool afterTheCall) =>
        Prop.ForAll(Short, events =>
        {
            var undisturbed = RunAsync(events, failingCall: 0, afterTheCall).GetAwaiter().GetResult();
            for (var call = 1; call <= undisturbed.Calls; call++)
            {
                var disturbed = RunAsync(events, call, afterTheCall).GetAwaiter().GetResult();
                Assert.Equal(undisturbed.Text, disturbed.Text);
            }
        }).Check(Tries.Of(12));

    private static async Task<(string Text, int Calls)> RunAsync(TimelineEvent[] events, int failingCall, bool afterTheCall)
    {
        DyingStore? store = null;
        await using var crm = new CrmUnderTest(more =>
        {
            more.Services.Configure<InboxOptions>(o => (o.MaxFacts, o.MostAttempts) = (2, 100));
            more.UseStore(clock => store = new DyingStore(clock, failingCall, afterTheCall));
        });
        HostFact[] facts = [.. events.Select((e, i) => CrmUnderTest.Told(e) with { Candidate = i % 3 == 2 ? Candidates.CandidateId.From("ben") : e.Relationship.Candidate })];
        foreach (var some in facts.Chunk(3))
        {
            await UntilDoneAsync(crm, async () => await crm.Acme.SubmitAsync(some));
            await UntilDoneAsync(crm, async () => await crm.Runner.RunInboxAsync());
        }

        // What failed at one attempt is tried again after its pause.
        crm.Clock.Now += Duration.FromHours(1);
        await UntilDoneAsync(crm, async () => await crm.Runner.RunInboxAsync());
        var calls = store!.Calls;
        Assert.Empty((await crm.Inbox.ClaimAsync(new InboxClaimRequest { MaxCandidates = 10 }, default)).Batches);
        return (await TextAsync(crm), calls);
    }

    private static async Task UntilDoneAsync(CrmUnderTest crm, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (ProcessDiedException)
        {
            crm.Clock.Now += Duration.FromHours(1);
            await work();
        }
    }

    private static async Task<string> TextAsync(CrmUnderTest crm)
    {
        var lines = new List<string>();
        foreach (var candidate in new[] { Histories.Anna.Candidate, Candidates.CandidateId.From("ben") })
        {
            if (await crm.Acme.FindAsync(candidate) is { } found)
            {
                await ReplayCheck.EqualsReplayAsync(crm, candidate);
                lines.AddRange((await crm.TimelineAsync(candidate)).Where(e => e.Class != EntryClass.Derived).Select(ReplayCheck.Line));
                lines.Add(StateText.Of(found with { Cursor = TimelinePlace.Start, Revision = 0 }));
            }
        }

        return string.Join(Environment.NewLine, lines);
    }

    private sealed class ProcessDiedException() : Exception("The process is gone.");

    /// <summary>After the failing call every other one fails as well, until the process is back: the dead note nothing.</summary>
    private sealed class DyingStore(IClock clock, int failingCall, bool afterTheCall) : StoreAround(new InMemoryCrmStore(clock))
    {
        private Instant? _diedAt;

        internal int Calls { get; private set; }

        protected override async ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
        {
            if (_diedAt == clock.GetCurrentInstant())
            {
                throw new ProcessDiedException();
            }

            if (++Calls == failingCall)
            {
                if (afterTheCall)
                {
                    await call();
                }

                _diedAt = clock.GetCurrentInstant();
                throw new ProcessDiedException();
            }

            return await call();
        }
    }
}
