using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Storage;
using CandidateCrm.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Storage;

public sealed class StoredDocumentProperties
{
    private static readonly TenantId Acme = TenantId.From("acme");
    private static readonly Duration Length = Duration.FromMinutes(10);

    [Fact]
    public void Documents_are_kept_and_claimed_as_an_oracle_says_that_looks_at_every_row() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => new Walk(seed).Run(160)).Check(Tries.Of());

    /// <summary>Random steps over a few documents, taken by the store and by the oracle.</summary>
    private sealed class Walk(int seed)
    {
        private readonly RepeatableRandom _random = new(seed);
        private readonly ManualClock _clock = new();
        private readonly DocumentOracle _oracle = new();
        private readonly Dictionary<string, DocumentLease> _held = new(StringComparer.Ordinal);

        private InMemoryCrmStore Store => field ??= new InMemoryCrmStore(_clock);

        private Instant Now => _clock.GetCurrentInstant();

        internal bool Run(int steps) => Enumerable.Range(0, steps).All(_ => Step() && Reads());

        private bool Step()
        {
            var held = _held.OrderBy(h => h.Key, StringComparer.Ordinal).ToArray();
            switch (_random.Next(8))
            {
                case 0:
                    _clock.Advance(Duration.FromMinutes(_random.Next(8)));
                    return true;
                case 1 or 2:
                    return Put($"d{_random.Next(6)}", lease: null);
                case 3 when _oracle.Names.Length > 0:
                    return Remove(_oracle.Names[_random.Next(_oracle.Names.Length)]);
                case 4 when held.Length > 0:
                    return Put(held[0].Key, held[0].Value);
                case 5 when held.Length > 0:
                    return Release(held[0].Key, held[0].Value);
                case 6 when held.Length > 0:
                    return Renew(held[^1].Key, held[^1].Value);
                default:
                    return Claim(1 + _random.Next(4));
            }
        }

        private bool Put(string name, DocumentLease? lease)
        {
            var keeps = lease is not null && _random.OneIn(3);
            Instant? dueAt = keeps ? _oracle.DueAt(name) : _random.OneIn(4) ? null : Now + Duration.FromMinutes(_random.Next(30) - 10);
            if (lease is not null && _oracle.DueAt(name) != dueAt)
            {
                _held.Remove(name);
            }

            var revision = _oracle.RevisionOf(name);
            _oracle.Put(name, dueAt, isHolders: lease is not null);
            return Commits(new DocumentChange { Next = Document(name, dueAt), ExpectedRevision = revision }, lease);
        }

        private bool Remove(string name)
        {
            var revision = _oracle.RevisionOf(name);
            _oracle.Remove(name);
            _held.Remove(name);
            return Commits(new DocumentChange { Next = Document(name, dueAt: null), ExpectedRevision = revision, Remove = true }, lease: null);
        }

        private bool Release(string name, DocumentLease lease)
        {
            _oracle.Release(name);
            _held.Remove(name);
            Store.ReleaseAsync(lease, CancellationToken.None).AsTask().Wait();
            return !Store.RenewAsync(lease, Length, CancellationToken.None).AsTask().Result;
        }

        private bool Renew(string name, DocumentLease lease)
        {
            _oracle.Renew(name, Now + Length);
            return Store.RenewAsync(lease, Length, CancellationToken.None).AsTask().Result;
        }

        private bool Claim(int max)
        {
            var claim = ((IJobQueue)Store).ClaimAsync(new ClaimRequest { Max = max, Lease = Length }, CancellationToken.None).AsTask().Result;
            foreach (var claimed in claim.Documents)
            {
                _held[claimed.Document.Key.Name] = claimed.Lease;
            }

            return _oracle.Claim(Now, max, Length).SequenceEqual(claim.Documents.Select(d => d.Document.Key.Name), StringComparer.Ordinal);
        }

        private bool Commits(DocumentChange change, DocumentLease? lease)
        {
            var commit = new CrmCommit { Tenant = Acme, Relationships = [], Documents = [change], RulesPosition = 1, DocumentLease = lease };
            return Store.CommitAsync(commit, CancellationToken.None).AsTask().Result.Status == CommitStatus.Committed;
        }

        private bool Reads()
        {
            string? after = _random.OneIn(2) ? null : $"d{_random.Next(6)}";
            var query = new DocumentQuery { Tenant = Acme, Kind = "job", After = after, Max = 1 + _random.Next(6) };
            var expected = _oracle.Names.Where(n => string.CompareOrdinal(n, after) > 0).Take(query.Max).Select(n => (n, _oracle.RevisionOf(n), _oracle.DueAt(n)));
            var read = ((ITenantDocuments)Store).ReadAsync(query, CancellationToken.None).AsTask().Result;
            return expected.SequenceEqual(read.Select(d => (d.Key.Name, d.Revision, d.DueAt)));
        }

        private static TenantDocument Document(string name, Instant? dueAt) => new() { Key = new DocumentKey(Acme, "job", name), DueAt = dueAt, Json = "{}" };
    }
}
