using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Storage;

public sealed class InMemoryCrmStoreProperties
{
    private static readonly TenantId Acme = TenantId.From("acme");
    private static readonly Duration Lease = Duration.FromMinutes(10);

    [Fact]
    public void A_timeline_is_what_was_written_sorted_by_place() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
    {
        var random = new RepeatableRandom(seed);
        var store = new InMemoryCrmStore(new ManualClock());
        var key = new RelationshipKey(Acme, CandidateId.From("anna"));
        var written = new List<TimelineEvent>();
        for (var revision = 0; revision < 12; revision++)
        {
            var events = Enumerable.Range(0, random.Next(30)).Select(i => Event(key, $"{revision}-{i}", random)).ToArray();
            Write(store, new RelationshipChange { Next = Relationship.Empty(key), ExpectedRevision = revision, Append = [.. events] });
            written.AddRange(events);
        }

        var sorted = written.OrderBy(e => e.Place).ToArray();
        var after = sorted.Length == 0 ? TimelinePlace.Start : sorted[random.Next(sorted.Length)].Place;
        return Read(store, TimelineQuery.Of(key)).SequenceEqual(sorted)
            && Read(store, TimelineQuery.Of(key) with { After = after }).SequenceEqual(sorted.Where(e => e.Place > after));
    }).Check(Tries.Of());

    [Fact]
    public void Alarms_are_claimed_as_an_oracle_says_that_looks_at_every_row() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => new Walk(seed).Alarms(120)).Check(Tries.Of());

    [Fact]
    public void Effects_are_claimed_as_an_oracle_says_that_looks_at_every_row() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed => new Walk(seed).Effects(160)).Check(Tries.Of());

    private static TimelineEvent Event(RelationshipKey key, string id, RepeatableRandom random) => new()
    {
        Relationship = key,
        Id = EventId.From(id),
        OccurredAt = Instant.FromUnixTimeSeconds(random.Next(40)),
        RecordedAt = default,
        SourceOrder = random.Next(3),
        Entry = new CandidateFound { Source = SourceCode.From("careers-site") },
    };

    private static void Write(InMemoryCrmStore store, RelationshipChange change, Lease? lease = null)
    {
        var commit = new CrmCommit { Tenant = Acme, Relationships = [change], RulesPosition = 1, Lease = lease };
        Assert.Equal(CommitStatus.Committed, store.CommitAsync(commit, CancellationToken.None).AsTask().Result.Status);
    }

    private static List<TimelineEvent> Read(InMemoryCrmStore store, TimelineQuery query) =>
        store.ReadTimelineAsync(query, CancellationToken.None).ToBlockingEnumerable().ToList();

    /// <summary>Random steps of a few candidates, taken by the store and by the oracle.</summary>
    private sealed class Walk(int seed)
    {
        private readonly RepeatableRandom _random = new(seed);
        private readonly ManualClock _clock = new();
        private readonly QueueOracle _oracle = new();
        private readonly Dictionary<string, long> _revisions = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Lease> _held = new(StringComparer.Ordinal);

        private InMemoryCrmStore Store => field ??= new InMemoryCrmStore(_clock);

        private Instant Now => _clock.GetCurrentInstant();

        private string Candidate => $"c{_random.Next(6)}";

        internal bool Alarms(int steps) => Enumerable.Range(0, steps).All(_ => _random.Next(4) switch
        {
            0 => Pass(),
            1 => SetAlarm(Candidate, lease: null),
            2 when _held.Count > 0 => SetAlarm(_held.Keys.Order(StringComparer.Ordinal).First(), _held.OrderBy(h => h.Key, StringComparer.Ordinal).First().Value),
            _ => ClaimAlarms(1 + _random.Next(4)),
        });

        internal bool Effects(int steps) => Enumerable.Range(0, steps).All(_ => _random.Next(6) switch
        {
            0 => Pass(),
            1 or 2 => Want(Candidate, $"e{_random.Next(4)}"),
            3 => Unwant(Candidate, $"e{_random.Next(4)}"),
            4 when _held.Count > 0 => Conclude(_held.Values.OrderBy(l => l.Fence).First()),
            _ => ClaimEffects(1 + _random.Next(4)),
        });

        private bool Pass()
        {
            _clock.Advance(Duration.FromMinutes(_random.Next(8)));
            return true;
        }

        private bool SetAlarm(string candidate, Lease? lease)
        {
            _held.Remove(candidate);
            Instant? wakeAt = _random.OneIn(4) ? null : Now + Duration.FromMinutes(_random.Next(30) - 10);
            Change(candidate, lease, c => c with { Next = c.Next with { WakeAt = wakeAt } });
            _oracle.SetAlarm(candidate, wakeAt, givenBack: lease is not null);
            return true;
        }

        private bool ClaimAlarms(int max)
        {
            var claim = ((IWorkQueue)Store).ClaimAsync(new ClaimRequest { Max = max, Lease = Lease }, CancellationToken.None).AsTask().Result;
            foreach (var lease in claim.Leases)
            {
                _held[lease.Relationship.Candidate.Value] = lease;
            }

            return _oracle.ClaimAlarms(Now, max, Lease).SequenceEqual(claim.Leases.Select(l => l.Relationship.Candidate.Value));
        }

        private bool Want(string candidate, string effect)
        {
            var at = Now - Duration.FromMinutes(_random.Next(30));
            var intent = new OpenTask { Reason = "r", Rule = "r", Subject = effect, DueAt = at };
            Change(candidate, lease: null, c => c with { Effects = [EffectChange.Wanted(new Effect { Key = Key(effect), Intent = intent, IntendedAt = at })] });
            _oracle.Want(candidate, effect, at);
            return true;
        }

        private bool Unwant(string candidate, string effect)
        {
            Change(candidate, lease: null, c => c with { Effects = [EffectChange.Unwanted(Key(effect))] });
            _oracle.Unwant(candidate, effect);
            return true;
        }

        private bool ClaimEffects(int max)
        {
            var claim = ((IOutboxQueue)Store).ClaimAsync(new ClaimRequest { Max = max, Lease = Lease }, CancellationToken.None).AsTask().Result;
            foreach (var claimed in claim.Effects)
            {
                _held[$"{claimed.Lease.Relationship.Candidate}/{claimed.Lease.Effect}"] = claimed.Lease;
            }

            return _oracle.ClaimEffects(Now, max, Lease)
                .SequenceEqual(claim.Effects.Select(e => $"{e.Record.Relationship.Candidate}/{e.Record.Effect.Key.Subject}"));
        }

        private bool Conclude(Lease lease)
        {
            var candidate = lease.Relationship.Candidate.Value;
            var effect = lease.Effect.Split(':')[^1].Split('#')[0];
            _held.Remove($"{candidate}/{lease.Effect}");
            if (_random.OneIn(2))
            {
                Change(candidate, lease, c => c with { Effects = [EffectChange.Became(Key(effect), EffectOutcome.Done)] });
                _oracle.Finish(candidate, effect);
                return true;
            }

            Instant? retryAt = _random.OneIn(4) ? null : Now + Duration.FromMinutes(_random.Next(20));
            _oracle.Fail(candidate, effect, retryAt);
            return Store.FailAsync(new EffectFailure { Lease = lease, Code = "c", RetryAt = retryAt }, CancellationToken.None).AsTask().Result;
        }

        private void Change(string candidate, Lease? lease, Func<RelationshipChange, RelationshipChange> change)
        {
            var revision = _revisions.GetValueOrDefault(candidate);
            var next = Relationship.Empty(new RelationshipKey(Acme, CandidateId.From(candidate)));
            Write(Store, change(new RelationshipChange { Next = next, ExpectedRevision = revision }), lease);
            _revisions[candidate] = revision + 1;
        }

        private static EffectKey Key(string effect) => new("rule", effect, 1, "task");
    }
}
