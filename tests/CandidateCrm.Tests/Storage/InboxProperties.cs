using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Storage;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Storage;

public sealed class InboxProperties
{
    private static readonly TenantId Acme = TenantId.From("acme");

    [Fact]
    public void The_inbox_answers_as_an_oracle_says_that_looks_through_one_list() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => new Walk(seed).Take(200)).Check(Tries.Of());

    [Fact]
    public void Whatever_fails_and_runs_out_every_fact_of_every_tenant_comes_once_and_in_order_of_its_candidate() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), Drains).Check(Tries.Of());

    private static bool Drains(int seed)
    {
        var random = new RepeatableRandom(seed);
        var clock = new ManualClock();
        var store = new InMemoryCrmStore(clock);
        var told = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var taken = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < 60; i++)
        {
            var key = new RelationshipKey(TenantId.From($"t{random.Next(4)}"), CandidateId.From($"c{random.Next(5)}"));
            Append(store, key, $"{i}");
            ListOf(told, key).Add($"{i}");
            TakeSome(store, clock, random, taken);
        }

        for (var round = 0; round < 200 && taken.Values.Sum(l => l.Count) < 60; round++)
        {
            TakeSome(store, clock, random, taken);
        }

        return told.Count == taken.Count && told.All(t => t.Value.SequenceEqual(taken[t.Key]));
    }

    private static void TakeSome(InMemoryCrmStore store, ManualClock clock, RepeatableRandom random, Dictionary<string, List<string>> taken)
    {
        clock.Advance(Duration.FromSeconds(random.Next(90)));
        foreach (var batch in Claim(store, 1 + random.Next(6), 1 + random.Next(3), Duration.FromMinutes(1)))
        {
            switch (random.Next(4))
            {
                case 0: // dies
                    break;
                case 1:
                    Assert.True(store.FailAsync(new InboxFailure { Lease = batch.Lease, Code = "c", RetryAt = clock.GetCurrentInstant() }, default).AsTask().Result);
                    break;
                default:
                    Assert.True(store.CompleteAsync(batch.Lease, default).AsTask().Result);
                    ListOf(taken, batch.Lease.Relationship).AddRange(batch.Facts.Select(f => f.Id.Value));
                    break;
            }
        }
    }

    private static List<string> ListOf(Dictionary<string, List<string>> lists, RelationshipKey key) =>
        lists.TryGetValue(key.ToString(), out var list) ? list : lists[key.ToString()] = [];

    private static void Append(InMemoryCrmStore store, RelationshipKey key, string id)
    {
        var fact = new TimelineEvent { Relationship = key, Id = EventId.From(id), OccurredAt = default, RecordedAt = default, Entry = new EmploymentEnded() };
        Assert.True(store.AppendAsync(new InboxAppend { Tenant = key.Tenant, Facts = [fact] }, default).AsTask().IsCompletedSuccessfully);
    }

    private static ImmutableArray<InboxBatch> Claim(InMemoryCrmStore store, int candidates, int facts, Duration lease) =>
        store.ClaimAsync(new InboxClaimRequest { MaxCandidates = candidates, MaxFacts = facts, Lease = lease }, default).AsTask().Result.Batches;

    /// <summary>Random steps of a few candidates, taken by the store and by the oracle; leases are kept and used also when they are lost.</summary>
    private sealed class Walk(int seed)
    {
        private static readonly Duration Lease = Duration.FromMinutes(10);

        private readonly RepeatableRandom _random = new(seed);
        private readonly ManualClock _clock = new();
        private readonly InboxOracle _oracle = new();
        private readonly List<(InboxLease Lease, int Claim)> _leases = [];
        private int _told;

        private InMemoryCrmStore Store => field ??= new InMemoryCrmStore(_clock);

        private Instant Now => _clock.GetCurrentInstant();

        private string Candidate => $"c{_random.Next(5)}";

        internal bool Take(int steps) => Enumerable.Range(0, steps).All(_ => Step() && HasSameParked());

        private bool Step() => _random.Next(12) switch
        {
            0 => Pass(),
            1 or 2 or 3 => Append(Candidate),
            4 => Redrive(Candidate),
            5 when _random.OneIn(2) => Drop(Candidate),
            6 when _random.OneIn(3) => Erase(Candidate),
            7 when _leases.Count > 0 => Renew(OneLease()),
            8 when _leases.Count > 0 => Complete(OneLease()),
            9 when _leases.Count > 0 => Fail(OneLease()),
            _ => Claim(1 + _random.Next(3), 1 + _random.Next(3)),
        };

        private (InboxLease Lease, int Claim) OneLease() => _leases[Math.Max(0, _leases.Count - 1 - _random.Next(6))];

        private bool Pass()
        {
            _clock.Advance(Duration.FromMinutes(_random.Next(8)));
            return true;
        }

        private bool Append(string candidate)
        {
            var id = $"f{_told++}";
            InboxProperties.Append(Store, Key(candidate), id);
            _oracle.Append(candidate, id);
            return true;
        }

        private bool Claim(int candidates, int facts)
        {
            var batches = InboxProperties.Claim(Store, candidates, facts, Lease);
            var expected = _oracle.Claim(Now, candidates, facts, Lease);
            _leases.AddRange(batches.Select(b => (b.Lease, _oracle.ClaimOf(b.Lease.Relationship.Candidate.Value))));
            return expected.SequenceEqual(batches.Select(b => $"{b.Lease.Relationship.Candidate} [{string.Join(' ', b.Facts.Select(f => f.Id))}] {b.Attempts}"));
        }

        private bool Renew((InboxLease Lease, int Claim) held) =>
            _oracle.Renew(Name(held.Lease), held.Claim, Now + Lease) == Store.RenewAsync(held.Lease, Lease, default).AsTask().Result;

        private bool Complete((InboxLease Lease, int Claim) held) =>
            _oracle.Complete(Name(held.Lease), held.Claim) == Store.CompleteAsync(held.Lease, default).AsTask().Result;

        private bool Fail((InboxLease Lease, int Claim) held)
        {
            Instant? retryAt = _random.OneIn(3) ? null : Now + Duration.FromMinutes(_random.Next(20));
            return _oracle.Fail(Name(held.Lease), held.Claim, retryAt)
                == Store.FailAsync(new InboxFailure { Lease = held.Lease, Code = "c", RetryAt = retryAt }, default).AsTask().Result;
        }

        private bool Redrive(string candidate) => _oracle.Redrive(candidate) == Store.RedriveAsync(Row(candidate), default).AsTask().Result;

        private bool Drop(string candidate) => _oracle.Drop(candidate) == Store.DropAsync(Row(candidate), default).AsTask().Result;

        private bool Erase(string candidate) =>
            _oracle.Erase(candidate) == Store.EraseAsync(new ErasePlan { Relationship = Key(candidate), Scope = EraseScope.Everything }, default).AsTask().Result.Events;

        private bool HasSameParked() =>
            _oracle.Parked().SequenceEqual(Store.ListParkedAsync(new ParkedQuery { Tenant = Acme }, default).AsTask().Result.Select(r => $"{r.Relationship.Candidate} {r.Attempts}"));

        private static ParkedRow Row(string candidate) => new() { Queue = ParkedQueue.Inbox, Relationship = Key(candidate), Attempts = 0, LastError = "c" };

        private static RelationshipKey Key(string candidate) => new(Acme, CandidateId.From(candidate));

        private static string Name(InboxLease lease) => lease.Relationship.Candidate.Value;
    }
}
