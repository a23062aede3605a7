using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Storage;

/// <summary>Lists, checkpoints and effects beside oracles that sort everything for every question.</summary>
public sealed class StoredRowsProperties
{
    /// <summary>An id that sorts before all others of use, so that bounds are looked at sharply.</summary>
    private static readonly RelationshipKey Anna = new(TenantId.From("acme"), CandidateId.From(" anna"));

    [Fact]
    public void A_page_of_a_list_is_what_sorting_all_rows_says_in_both_directions() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
    {
        var random = new RepeatableRandom(seed);
        var store = new InMemoryCrmStore(new ManualClock());
        var grown = new List<IndexRow>();
        for (var revision = 0; revision < 20; revision++)
        {
            IndexRow[] state = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Row(random, IndexNames.Promises)).Distinct()];
            IndexRow[] taken = [.. grown.Where(_ => random.OneIn(4))];
            IndexRow[] added = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Row(random, IndexNames.Findings))];
            grown = [.. grown.Except(taken).Concat(added).Distinct()];
            Write(store, new RelationshipChange { Next = Relationship.Empty(Anna), ExpectedRevision = revision, Index = [.. state], AddRows = [.. added], RemoveRows = [.. taken] });
            if (!Reads(store, random, IndexNames.Promises, state) || !Reads(store, random, IndexNames.Findings, grown))
            {
                return false;
            }
        }

        return true;
    }).Check(Tries.Of());

    [Fact]
    public void Checkpoints_are_the_newest_four_that_were_not_dropped() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
    {
        var random = new RepeatableRandom(seed);
        var store = new InMemoryCrmStore(new ManualClock());
        var kept = new SortedDictionary<int, int>();
        for (var revision = 0; revision < 25; revision++)
        {
            int? from = random.OneIn(3) ? random.Next(60) : null;
            int[] added = [.. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(60)).Distinct().Order()];
            kept = new(kept.Where(k => k.Key < (from ?? int.MaxValue)).Where(k => !added.Contains(k.Key)).Concat(added.Select(a => KeyValuePair.Create(a, revision)))
                .OrderByDescending(k => k.Key).Take(CrmCommit.MostCheckpoints).ToDictionary());
            Write(store, new RelationshipChange
            {
                Next = At(60, 0),
                ExpectedRevision = revision,
                Checkpoints = [.. added.Select(a => At(a, revision))],
                DropCheckpointsFrom = from is { } place ? At(place, 0).Cursor : null,
            });
            if (!Enumerable.Range(0, 61).All(at => Touchpoints(store, at) == (kept.Keys.Any(k => k < at) ? kept[kept.Keys.Last(k => k < at)] : null)))
            {
                return false;
            }
        }

        return true;
    }).Check(Tries.Of());

    [Fact]
    public void Effects_from_an_instant_on_are_those_of_all_that_were_intended_then() => Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
    {
        var random = new RepeatableRandom(seed);
        var store = new InMemoryCrmStore(new ManualClock());
        for (var revision = 0; revision < 40; revision++)
        {
            var key = new EffectKey("r", $"s{random.Next(8)}", 1, "task");
            var intended = Instant.FromUnixTimeSeconds(random.Next(20));
            var wanted = EffectChange.Wanted(new Effect { Key = key, Intent = new OpenTask { Reason = "r", Rule = "r", Subject = "s", DueAt = intended }, IntendedAt = intended });
            EffectChange change = random.Next(3) switch { 0 => EffectChange.Unwanted(key), 1 => EffectChange.Became(key, EffectOutcome.Skipped), _ => wanted };
            Write(store, new RelationshipChange { Next = Relationship.Empty(Anna), ExpectedRevision = revision, Effects = [change] });
            var from = Instant.FromUnixTimeSeconds(random.Next(22) - 1);
            if (!random.OneIn(3) && !Effects(store, from).SequenceEqual(Effects(store, from: null).Where(e => e.Effect.IntendedAt >= from)))
            {
                return false;
            }
        }

        return true;
    }).Check(Tries.Of());

    private static bool Reads(InMemoryCrmStore store, RepeatableRandom random, string index, IEnumerable<IndexRow> rows)
    {
        var query = new IndexQuery
        {
            Tenant = Anna.Tenant,
            Index = index,
            After = random.OneIn(2) ? null : Row(random, index),
            UpTo = random.OneIn(2) ? null : random.Next(8) - 1,
            Descending = random.OneIn(2),
            Max = 1 + random.Next(6),
        };
        var sorted = rows.OrderBy(r => r.Sort).ThenBy(r => r.Item, StringComparer.Ordinal).Where(r => r.Sort <= (query.UpTo ?? long.MaxValue));
        sorted = query.Descending ? sorted.Reverse() : sorted;
        var expected = sorted.Where(r => query.After is not { } after || (query.Descending ? Compare(r, after) < 0 : Compare(r, after) > 0)).Take(query.Max);
        return expected.SequenceEqual(store.QueryAsync(query, CancellationToken.None).AsTask().Result);
    }

    private static int Compare(IndexRow a, IndexRow b) => a.Sort != b.Sort ? a.Sort.CompareTo(b.Sort) : string.CompareOrdinal(a.Item, b.Item);

    private static IndexRow Row(RepeatableRandom random, string index) =>
        new() { Index = index, Candidate = Anna.Candidate, Sort = random.Next(7), Item = $"i{random.Next(4)}" };

    private static Relationship At(int place, int touchpoints) => Relationship.Empty(Anna) with
    {
        Cursor = new TimelinePlace(place, TimelinePlace.EventRank),
        Contact = new ContactSlice { Touchpoints = touchpoints },
    };

    private static long? Touchpoints(InMemoryCrmStore store, int before) =>
        store.LoadCheckpointAsync(Anna, At(before, 0).Cursor, CancellationToken.None).AsTask().Result?.Contact!.Touchpoints;

    private static IReadOnlyList<EffectRecord> Effects(InMemoryCrmStore store, Instant? from) =>
        store.ReadEffectsAsync(EffectQuery.Of(Anna) with { From = from }, CancellationToken.None).AsTask().Result;

    private static void Write(InMemoryCrmStore store, RelationshipChange change)
    {
        var commit = new CrmCommit { Tenant = Anna.Tenant, Relationships = [change], RulesPosition = 1 };
        Assert.Equal(CommitStatus.Committed, store.CommitAsync(commit, CancellationToken.None).AsTask().Result.Status);
    }
}
