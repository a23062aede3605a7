using CandidateCrm.Lifecycle;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Jobs;
using CandidateCrm.Tests.Rules;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Work;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Work;

/// <summary>Work that takes longer than its lease is done once; what a cancelled round holds is free at once.</summary>
public sealed class LongWorkTests
{
    private static readonly Duration Lease = Duration.FromMinutes(5);

    private readonly ManualTicks _ticks = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private RenewingStore? _store;

    [Fact]
    public async Task A_handler_that_takes_longer_than_the_lease_has_no_other_node_deliver_the_same()
    {
        await using var crm = NewCrm(SlowlyAsync);
        await using var other = crm.SecondNode();
        await crm.WaitingAsync("anna", "ben");
        var draining = crm.Runner.DrainOutboxAsync().AsTask();
        await _begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await PassAsync(crm, "renew effect", Lease * 3, other);
        Assert.Empty(other.Announced);
        _mayEnd.SetResult();

        Assert.Equal((10, 0), ((await draining).Done, (await draining).Failed));
        await crm.AreDoneAsync("anna");
        await crm.AreDoneAsync("ben");
    }

    [Fact]
    public async Task A_handler_whose_lease_is_lost_is_cancelled_and_that_is_no_failure()
    {
        var cancelled = 0;
        await using var crm = NewCrm(async token =>
        {
            _begun.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            catch (OperationCanceledException)
            {
                cancelled++;
                throw;
            }
        });
        await crm.SubmitAsync("anna");
        var draining = crm.Runner.DrainOutboxAsync().AsTask();
        await _begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        crm.Clock.Now += Lease * 2;
        Assert.Single((await ((IOutboxQueue)_store!.Inner).ClaimAsync(new ClaimRequest { Lease = Lease }, default)).Effects);
        _ticks.Pass(Lease / 3);
        var report = await draining.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal((1, 1, 0, 0), (cancelled, report.Done, report.Failed, report.Parked));
        Assert.All(await crm.EffectsAsync("anna"), e => Assert.Equal((0, null), (e.Attempts, e.LastError)));
    }

    [Theory]
    [InlineData(true)] // the handler stops
    [InlineData(false)] // it ends what it began
    public async Task Cancelling_in_a_handler_gives_back_the_rest_of_the_claim_at_once(bool stops)
    {
        using var stop = new CancellationTokenSource();
        await using var crm = NewCrm(async token =>
        {
            await stop.CancelAsync();
            if (stops)
            {
                token.ThrowIfCancellationRequested();
            }
        });
        await using var other = crm.SecondNode();
        string[] people = [.. Enumerable.Range(0, 20).Select(i => $"c-{i:D2}")];
        await crm.WaitingAsync(people);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await crm.Runner.DrainOutboxAsync(stop.Token));

        // Everybody's band went out before the first phase; what the handler ended counts as done.
        Assert.Equal((stops ? 80 : 79, 0), ((await other.Runner.DrainOutboxAsync()).Done, crm.Announced.Count - people.Length - 1));
        foreach (var person in people)
        {
            await crm.AreDoneAsync(person);
        }
    }

    [Fact]
    public async Task Cancelling_between_alarms_gives_back_the_rest_of_them_at_once()
    {
        await using var crm = NewCrm(_ => Task.CompletedTask);
        await using var other = crm.SecondNode();
        foreach (var person in new[] { "anna", "ben", "cleo" })
        {
            await crm.SubmitAsync(person);
        }

        using var stop = new CancellationTokenSource();
        crm.Clock.Now = PausedCrm.Due;
        _store!.Before["commit"] = stop.Cancel;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await crm.Runner.RunDueWorkAsync(stop.Token));
        _store.Before.Clear();

        Assert.Equal(3, (await other.Runner.RunDueWorkAsync()).Settled);
    }

    [Fact]
    public async Task A_page_of_a_job_that_takes_longer_than_the_lease_is_done_once()
    {
        await using var crm = NewCrm(_ => Task.CompletedTask);
        await People.ApplyAsync(crm, 3);
        await People.PublishAsync(crm, People.Rescored);
        await using var other = crm.SecondNode();
        _store!.Wait = async () =>
        {
            _begun.TrySetResult();
            await _mayEnd.Task;
        };
        var running = crm.Runner.RunJobsAsync().AsTask();
        await _begun.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await PassAsync(crm, "renew document", Duration.FromMinutes(6), other);
        _mayEnd.SetResult();
        var report = await running;

        Assert.Equal((3L, 0, 1), (report.Relationships, report.LeftToOthers, report.Finished));
    }

    private async Task SlowlyAsync(CancellationToken cancellationToken)
    {
        _begun.TrySetResult();
        await _mayEnd.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Has time pass for all, and another node look for work all the while.</summary>
    private async Task PassAsync(CrmUnderTest crm, string renewal, Duration time, CrmUnderTest other)
    {
        var step = Duration.FromSeconds(20);
        for (var end = crm.Clock.Now + time; crm.Clock.Now < end;)
        {
            var before = _store!.Count(renewal);
            crm.Clock.Now += step;
            _ticks.Pass(step);
            for (var wait = 0; wait < 10 && _store.Count(renewal) == before; wait++)
            {
                await Task.Delay(2);
            }

            if (renewal == "renew effect")
            {
                Assert.Equal(0, (await other.Runner.DrainOutboxAsync()).Done);
            }
            else
            {
                Assert.Empty((await ((IJobQueue)_store.Inner).ClaimAsync(new ClaimRequest(), default)).Documents);
            }
        }
    }

    private CrmUnderTest NewCrm(Func<CancellationToken, Task> handler)
    {
        var inner = (InMemoryCrmStore?)null;
        return new CrmUnderTest(more =>
        {
            more.Services.AddSingleton(provider => new LeaseTime(provider.GetRequiredService<IClock>(), _ticks));
            more.Services.Configure<OutboxOptions>(o => o.Lease = Lease);
            more.Services.AddSingleton(new Slow(handler));
            more.Services.AddSingleton(provider => _store = new RenewingStore(inner ??= provider.GetRequiredService<InMemoryCrmStore>()));
            more.AddEventHandler<PhaseChanged, Slow>();
            more.UseStore<RenewingStore>();
        });
    }

    private sealed class Slow(Func<CancellationToken, Task> handler) : ICrmEventHandler<PhaseChanged>
    {
        public async ValueTask HandleAsync(AnnouncedEvent announced, PhaseChanged derived, CancellationToken cancellationToken) => await handler(cancellationToken);
    }

    private sealed class RenewingStore(InMemoryCrmStore inner) : StoreAround(inner)
    {
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

        internal Dictionary<string, Action> Before { get; } = new(StringComparer.Ordinal);

        internal Func<Task>? Wait { get; set; }

        internal int Count(string name)
        {
            lock (_counts)
            {
                return _counts.GetValueOrDefault(name);
            }
        }

        public override async ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
        {
            if (Wait is { } wait && !commit.Relationships.IsEmpty)
            {
                Wait = null;
                await wait();
            }

            return await base.CommitAsync(commit, cancellationToken);
        }

        protected override ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
        {
            lock (_counts)
            {
                _counts[name] = _counts.GetValueOrDefault(name) + 1;
            }

            if (Before.TryGetValue(name, out var before))
            {
                before();
            }

            return call();
        }
    }
}
