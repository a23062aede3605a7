using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Storage;

public sealed class StoredFeedTests
{
    private static readonly TenantId Acme = TenantId.From("acme");
    private static readonly PersonalPart Note = PersonalPart.Of("note", "likes trains");

    [Fact]
    public void A_feed_is_what_an_oracle_says_that_keeps_every_line() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
    {
        var random = new RepeatableRandom(seed);
        var walk = new Walk(random);
        return Enumerable.Range(0, 120).All(_ => walk.Step() && walk.Reads());
    }).Check(Tries.Of());

    [Fact]
    public void A_page_costs_what_is_on_it_however_long_the_feed_is()
    {
        var walk = new Walk(new RepeatableRandom(7));
        for (var i = 0; i < 20_000; i++)
        {
            walk.Append("anna", retract: false);
        }

        var early = Cost(walk, after: walk.Cursor(100));
        var late = Cost(walk, after: walk.Cursor(19_000));
        Assert.InRange(late, 0, early * 2);
        Assert.InRange(late, 1, 4_000);
    }

    [Fact]
    public async Task A_cursor_beyond_the_end_was_never_made_here()
    {
        var (longer, shorter) = (new Walk(new RepeatableRandom(7)), new Walk(new RepeatableRandom(7)));
        for (var i = 0; i < 10; i++)
        {
            longer.Append("anna", retract: false);
        }

        shorter.Append("anna", retract: false);
        var error = await Record.ExceptionAsync(() => shorter.ReadAsync(new FeedQuery { Tenant = Acme, After = longer.Cursor(10) }));

        Assert.IsType<ArgumentException>(error);
    }

    private static long Cost(Walk walk, string after)
    {
        var query = new FeedQuery { Tenant = Acme, After = after, Max = 10 };
        _ = walk.Read(query);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var page = walk.Read(query);
        var cost = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(10, page.Events.Length);
        return cost;
    }

    /// <summary>Random steps of a few candidates; the oracle keeps a list of lines and the cursors with how much was read by then.</summary>
    private sealed class Walk(RepeatableRandom random)
    {
        private readonly InMemoryCrmStore _store = new(new ManualClock());
        private readonly List<(string? Candidate, string Id, bool Retracted, bool HasPart)> _lines = [];
        private readonly List<(string? Cursor, int Place)> _cursors = [(null, 0)];
        private readonly Dictionary<string, long> _revisions = new(StringComparer.Ordinal);
        private readonly Dictionary<string, List<string>> _true = new(StringComparer.Ordinal);
        private int _next;

        internal bool Step()
        {
            var candidate = $"c{random.Next(4)}";
            switch (random.Next(12))
            {
                case 0:
                    return Erase(candidate, EraseScope.PersonalParts);
                case 1:
                    return Erase(candidate, EraseScope.Everything);
                default:
                    Append(candidate, retract: random.OneIn(3));
                    return true;
            }
        }

        internal void Append(string candidate, bool retract)
        {
            var known = _true.TryGetValue(candidate, out var ids) ? ids : _true[candidate] = [];
            string[] retracted = retract && known.Count > 0 ? [known[random.Next(known.Count)]] : [];
            foreach (var id in retracted)
            {
                known.Remove(id);
                _lines.Add((candidate, id, true, _lines.Last(l => l.Id == id).HasPart));
            }

            var key = new RelationshipKey(Acme, CandidateId.From(candidate));
            TimelineEvent[] events = [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Event(key))];
            foreach (var one in events)
            {
                _lines.Add((candidate, one.Id.Value, false, one.Personal is not null));
                if (one.Class == EntryClass.Derived)
                {
                    known.Add(one.Id.Value);
                }
            }

            var revision = _revisions.GetValueOrDefault(candidate);
            _revisions[candidate] = revision + 1;
            var change = new RelationshipChange { Next = Relationship.Empty(key), ExpectedRevision = revision, Append = [.. events], Retract = [.. retracted.Select(EventId.From)] };
            var commit = new CrmCommit { Tenant = Acme, Relationships = [change], RulesPosition = 1 };
            Assert.Equal(CommitStatus.Committed, _store.CommitAsync(commit, CancellationToken.None).AsTask().Result.Status);
        }

        internal bool Reads()
        {
            var (cursor, place) = _cursors[random.Next(_cursors.Count)];
            var query = new FeedQuery { Tenant = Acme, After = cursor, Max = 1 + random.Next(7) };
            var expected = Enumerable.Range(place, _lines.Count - place).Where(i => _lines[i].Candidate is not null).Take(query.Max).ToArray();
            var page = Read(query);
            if (expected.Length > 0)
            {
                _cursors.Add((page.Next, expected[^1] + 1));
            }

            return (expected.Length > 0 || page.Next == cursor)
                && expected.Select(i => _lines[i]).SequenceEqual(page.Events.Select(e => ((string?)e.Relationship.Candidate.Value, e.Id.Value, e.Retracted, e.Personal is not null)));
        }

        internal string Cursor(int events) => Read(new FeedQuery { Tenant = Acme, Max = Math.Min(events, 10_000), After = events > 10_000 ? Cursor(events - 10_000) : null }).Next!;

        internal async Task<FeedPage> ReadAsync(FeedQuery query) => await ((ICrmFeed)_store).ReadAsync(query, CancellationToken.None);

        internal FeedPage Read(FeedQuery query) => ((ICrmFeed)_store).ReadAsync(query, CancellationToken.None).AsTask().Result;

        private bool Erase(string candidate, EraseScope scope)
        {
            for (var i = 0; i < _lines.Count; i++)
            {
                if (_lines[i].Candidate == candidate)
                {
                    _lines[i] = scope == EraseScope.Everything ? _lines[i] with { Candidate = null } : _lines[i] with { HasPart = false };
                }
            }

            if (scope == EraseScope.Everything)
            {
                _true.Remove(candidate);
                _revisions.Remove(candidate);
            }

            _ = _store.EraseAsync(new ErasePlan { Relationship = new RelationshipKey(Acme, CandidateId.From(candidate)), Scope = scope }, CancellationToken.None).AsTask().Result;
            return true;
        }

        private TimelineEvent Event(RelationshipKey key)
        {
            var id = $"e{_next++}";
            ITimelineEntry entry = random.OneIn(2) ? new FindingNoted { Code = "c", Subject = id } : new CandidateFound { Source = SourceCode.From("careers-site") };
            var at = Instant.FromUnixTimeSeconds(random.Next(40));
            return new TimelineEvent { Relationship = key, Id = EventId.From(id), OccurredAt = at, RecordedAt = at, Entry = entry, Personal = random.OneIn(3) ? Note : null };
        }
    }
}
