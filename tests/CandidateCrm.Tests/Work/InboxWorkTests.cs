using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Work;

public sealed class InboxWorkTests
{
    private static readonly Instant Start = Histories.Start + Duration.FromDays(80);

    private readonly TestClock _clock = new(Start);
    private readonly ObservedStore _store;

    public InboxWorkTests() => _store = new ObservedStore(_clock);

    [Fact]
    public async Task Each_candidates_batch_is_one_commit()
    {
        await using var crm = NewCrm();
        await crm.Acme.SubmitAsync([Fact("a", 1), Fact("b", 1), Fact("a", 2), Fact("a", 3)]);
        var report = await crm.Runner.RunInboxAsync();

        Assert.Equal((2, 4), (report.Batches, report.Recorded));
        Assert.Equal(2, _store.Count("commit"));
        Assert.Equal((1, 1), (Find(crm, "a").Revision, Find(crm, "b").Revision));
    }

    [Fact]
    public async Task A_batch_holds_at_most_as_many_facts_as_the_options_say()
    {
        await using var crm = NewCrm(o => o.MaxFacts = 2);
        await crm.Acme.SubmitAsync([.. Enumerable.Range(1, 5).Select(n => Fact("a", n))]);

        Assert.Equal((3, 5), ((await crm.Runner.RunInboxAsync()).Batches, (int)Find(crm, "a").Contact!.Touchpoints));
    }

    [Fact]
    public async Task A_batch_that_fails_is_tried_again_after_a_pause_that_doubles_and_then_parked()
    {
        await using var crm = NewCrm(o => (o.MostAttempts, o.FirstPause) = (4, Duration.FromMinutes(1)));
        await crm.Acme.SubmitAsync([Fact("a", 1), Fact("b", 1)]);
        var tries = new List<Instant>();
        _store.On("load", key =>
        {
            if (key == "a")
            {
                tries.Add(_clock.Now);
                throw new InvalidTimeZoneException("a@example.org");
            }
        });
        var reports = new List<InboxReport>();
        for (var second = 0; second < 20 * 60; second += 15)
        {
            _clock.Now = Start + Duration.FromSeconds(second);
            reports.Add(await crm.Runner.RunInboxAsync());
        }

        tries.AreAbout(look: Duration.FromSeconds(15), Duration.FromMinutes(1), Duration.FromMinutes(2), Duration.FromMinutes(4));
        Assert.Equal((3, 1, 1), (reports.Sum(r => r.Failed), reports.Sum(r => r.Parked), reports.Sum(r => r.Batches)));
        var parked = Assert.Single(await crm.Acme.Parked.ListAsync());
        Assert.Equal((ParkedQueue.Inbox, "acme/a", 4, "InvalidTimeZoneException"), (parked.Queue, parked.Relationship.ToString(), parked.Attempts, parked.LastError));
    }

    [Fact]
    public async Task What_fails_for_one_candidate_keeps_only_its_own_facts_waiting_and_in_order()
    {
        await using var crm = NewCrm();
        await crm.Acme.SubmitAsync([Fact("a", 1), Fact("b", 1)]);
        _store.On("commit", key => _ = key == "a" ? throw new InvalidTimeZoneException() : key);
        Assert.Equal((1, 1), ((await crm.Runner.RunInboxAsync()).Failed, (int)Find(crm, "b").Contact!.Touchpoints));
        _store.On("commit", _ => { });
        await crm.Acme.SubmitAsync([Fact("a", 2), Fact("b", 2)]);
        Assert.Equal(1, (await crm.Runner.RunInboxAsync()).Recorded);
        _clock.Now += Duration.FromSeconds(12);

        Assert.Equal((1, 2), ((await crm.Runner.RunInboxAsync()).Batches, (int)Find(crm, "a").Contact!.Touchpoints));
    }

    [Fact]
    public async Task A_round_that_takes_long_renews_what_is_left_of_it_so_that_nobody_else_takes_it()
    {
        await using var crm = NewCrm(o => o.Lease = Duration.FromMinutes(1));
        await crm.Acme.SubmitAsync([.. Enumerable.Range(0, 10).Select(i => Fact($"c{i}", 1))]);
        var stolen = 0;
        _store.On("commit", _ =>
        {
            _clock.Now += Duration.FromSeconds(25);
            stolen += ClaimByAnother();
        });
        var report = await crm.Runner.RunInboxAsync();

        Assert.Equal((10, 0, 0), (report.Batches, report.LeftToOthers, stolen));
        Assert.Empty(await LeftAsync());
    }

    [Fact]
    public async Task A_lease_is_renewed_while_one_batch_takes_long()
    {
        await using var crm = NewCrm(o => o.Lease = Duration.FromSeconds(1));
        await crm.Acme.SubmitAsync([Fact("a", 1), Fact("b", 1)]);
        var renewed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _store.On("renew batch", _ =>
        {
            if (_store.Count("renew batch") >= 4)
            {
                renewed.TrySetResult();
            }
        });
        _store.Before = ("commit", async () => await renewed.Task.WaitAsync(TimeSpan.FromSeconds(30)));
        var report = await crm.Runner.RunInboxAsync();

        // Both leases, the one of the batch in hand and the one of the batch after it, at least twice.
        Assert.Equal((2, 0), (report.Batches, report.LeftToOthers));
        Assert.True(renewed.Task.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task What_somebody_else_took_meanwhile_is_left_to_them_and_counts_once()
    {
        await using var crm = NewCrm(o => o.Lease = Duration.FromMinutes(1));
        await crm.Acme.SubmitAsync([Fact("a", 1), Fact("b", 1)]);
        _store.On("commit", key =>
        {
            if (key == "a")
            {
                _clock.Now += Duration.FromMinutes(5);
                Assert.Equal(2, ClaimByAnother());
            }
        });
        var report = await crm.Runner.RunInboxAsync();
        Assert.Equal((1, 1), (report.Batches, report.LeftToOthers));
        _clock.Now += Duration.FromMinutes(5);
        report = await crm.Runner.RunInboxAsync();

        Assert.Equal((2, 1, 1), (report.Batches, report.Recorded, report.Repeated));
        Assert.Empty(await LeftAsync());
    }

    [Theory]
    [InlineData("commit", 1)] // the second commit is not written
    [InlineData("complete batch", 2)] // what was written is completed all the same
    public async Task A_cancelled_round_keeps_what_it_recorded_and_gives_the_rest_back_to_be_recorded_at_once(string during, int recorded)
    {
        await using var crm = NewCrm();
        await crm.Acme.SubmitAsync([.. Enumerable.Range(0, 5).Select(i => Fact($"c{i}", 1))]);
        using var cancel = new CancellationTokenSource();
        _store.On(during, _ =>
        {
            if (_store.Count(during) == 2)
            {
                cancel.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await crm.Runner.RunInboxAsync(cancel.Token));
        Assert.Equal(recorded, _store.Count("complete batch"));
        Assert.Equal(5 - recorded, _store.Count("fail batch"));
        var report = await crm.Runner.RunInboxAsync();

        Assert.Equal((5 - recorded, 5 - recorded, 0), (report.Batches, report.Recorded, report.Repeated));
        Assert.Equal(0, report.Failed + report.Parked);
    }

    [Fact]
    public async Task A_batch_that_was_recorded_but_not_completed_changes_nothing_the_second_time()
    {
        await using var crm = NewCrm();
        await crm.Acme.SubmitAsync([Fact("a", 1), Fact("a", 2)]);
        _store.On("complete batch", _ => throw new InvalidTimeZoneException());
        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () => await crm.Runner.RunInboxAsync());
        var before = StateText.Of(Find(crm, "a"));
        _store.On("complete batch", _ => { });
        _clock.Now += Duration.FromMinutes(1);
        var report = await crm.Runner.RunInboxAsync();

        Assert.Equal((1, 0, 2), (report.Batches, report.Recorded, report.Repeated));
        Assert.Equal(before, StateText.Of(Find(crm, "a")));
        Assert.Equal(1, Find(crm, "a").Revision);
    }

    [Fact]
    public async Task Runners_of_two_nodes_at_once_record_every_fact_once()
    {
        await using var one = NewCrm(o => o.BatchCandidates = 3);
        await using var other = NewCrm(o => o.BatchCandidates = 3);
        for (var n = 0; n < 4; n++)
        {
            await one.Acme.SubmitAsync([.. Enumerable.Range(0, 40).Select(i => Fact($"c{i}", n))]);
        }

        var reports = await Task.WhenAll(new[] { one, other, one, other }.Select(crm => Task.Run(async () => await crm.Runner.RunInboxAsync())));

        Assert.Equal((160, 0, 0), (reports.Sum(r => r.Recorded), reports.Sum(r => r.Repeated), reports.Sum(r => r.Failed)));
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(4, Find(one, $"c{i}").Contact!.Touchpoints));
    }

    private static HostFact Fact(string candidate, int number) => CrmUnderTest.Fact(
        $"{candidate}:{number}",
        Histories.Start + Duration.FromHours(number),
        new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound },
        candidate);

    private static CandidateCrm.Relationships.Relationship Find(CrmUnderTest crm, string candidate) =>
        crm.Store.LoadAsync(RelationshipKeys.Of(new RelationshipKey(Histories.Anna.Tenant, CandidateId.From(candidate))), default).AsTask().Result[0];

    private int ClaimByAnother() => _store.Inner.ClaimAsync(new InboxClaimRequest { MaxCandidates = 100 }, default).AsTask().Result.Batches.Length;

    private async Task<string[]> LeftAsync() =>
        [.. (await _store.Inner.ClaimAsync(new InboxClaimRequest { MaxCandidates = 100 }, default)).Batches.Select(b => b.Lease.Relationship.ToString())];

    private CrmUnderTest NewCrm(Action<InboxOptions>? options = null) => new(more =>
    {
        more.UseClock(_clock);
        more.Services.Configure<InboxOptions>(o => options?.Invoke(o));
        more.Services.AddSingleton(_store);
        more.UseStore<ObservedStore>();
    });

    /// <summary>A store in which a test sees and disturbs calls by their names.</summary>
    private sealed class ObservedStore(IClock clock) : StoreAround(new InMemoryCrmStore(clock)), ICrmStore
    {
        private readonly Dictionary<string, Action<string>> _on = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
        private readonly Lock _gate = new();
        private readonly AsyncLocal<string> _candidate = new();

        internal (string Name, Func<Task> Wait)? Before { get; set; }

        internal void On(string name, Action<string> act) => _on[name] = act;

        internal int Count(string name)
        {
            lock (_gate)
            {
                return _counts.GetValueOrDefault(name);
            }
        }

        ValueTask<IReadOnlyList<CandidateCrm.Relationships.Relationship>> ICrmStore.LoadAsync(RelationshipKeys keys, CancellationToken cancellationToken)
        {
            _candidate.Value = keys.Candidates[0].Value;
            return LoadAsync(keys, cancellationToken);
        }

        public override ValueTask<CommitOutcome> CommitAsync(CrmCommit commit, CancellationToken cancellationToken)
        {
            _candidate.Value = commit.Relationships[0].Next.Key.Candidate.Value;
            return base.CommitAsync(commit, cancellationToken);
        }

        protected override async ValueTask<T> AroundAsync<T>(string name, Func<ValueTask<T>> call)
        {
            lock (_gate)
            {
                _counts[name] = _counts.GetValueOrDefault(name) + 1;
            }

            if (_on.TryGetValue(name, out var act))
            {
                act(_candidate.Value ?? string.Empty);
            }

            if (Before is { } before && before.Name == name)
            {
                Before = null;
                await before.Wait();
            }

            return await call();
        }
    }
}
