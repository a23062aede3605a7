using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Testing;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Storage;

/// <summary>What the in-memory store says beyond the contract: a caller's mistakes, and what it decided where the contract leaves a choice.</summary>
public sealed class InMemoryCrmStoreTests
{
    private static readonly RelationshipKey Anna = new(TenantId.From("acme"), CandidateId.From("anna"));
    private static readonly RelationshipKey Ben = new(TenantId.From("acme"), CandidateId.From("ben"));

    private readonly ManualClock _clock = new();
    private readonly InMemoryCrmStore _store;

    public InMemoryCrmStoreTests() => _store = new InMemoryCrmStore(_clock);

    [Fact]
    public async Task A_commit_that_contradicts_itself_is_refused_and_writes_nothing()
    {
        await RefusesAsync(Commit(Change(Anna) with { Append = [Found(Ben, "a")] }));
        await RefusesAsync(Commit(Change(Anna) with { Append = [Found(Anna, "a"), Found(Anna, "a")] }));
        await RefusesAsync(Commit(Change(Anna) with { Append = [Found(Anna, "a")] }, Change(Ben) with { Append = [Found(Ben, "a")] }));
        await RefusesAsync(Commit(Change(Anna), Change(Anna)));
        await RefusesAsync(Commit(Change(Anna) with { ExpectedRevision = -1 }));
        await RefusesAsync(Commit(Change(Anna) with { Index = [new IndexRow { Index = IndexNames.Candidates, Candidate = Ben.Candidate, Sort = 0 }] }));
        await RefusesAsync(Commit(Change(Anna) with { Effects = [new EffectChange { Key = default, Unmake = true }] }));
        await RefusesAsync(Commit(Change(Anna)) with { Lease = new Lease { Relationship = Ben, Fence = 1, Until = default } });
        await RefusesAsync(Commit(Change(Anna)) with { Tenant = TenantId.From("globex") });
        await RefusesAsync(Commit(Change(Anna)) with { Relationships = [] });
        await RefusesAsync(Commit(Change(Anna)) with { Claims = [default] });
        await RefusesAsync(Commit(Change(Anna)) with { Documents = [Put("a") with { ExpectedRevision = -1 }] });
        await RefusesAsync(Commit(Change(Anna)) with { Documents = [Put("a") with { Remove = true }] });
        await RefusesAsync(Commit(Change(Anna)) with { Documents = [Put("a") with { Next = new TenantDocument { Key = default, Json = "{}" } }] });

        Assert.Empty(await _store.LoadAsync(RelationshipKeys.Of(Anna), CancellationToken.None));
    }

    [Fact]
    public async Task A_query_of_a_timeline_names_a_candidate_or_an_event()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await ReadAsync(new TimelineQuery { Tenant = Anna.Tenant }));
        Assert.Empty(await ReadAsync(TimelineQuery.Of(Anna)));
    }

    [Fact]
    public async Task A_lease_that_ran_out_is_good_as_long_as_nobody_claimed_since()
    {
        await WriteAsync(Commit(Change(Anna) with { Next = Relationship.Empty(Anna) with { WakeAt = _clock.GetCurrentInstant() } }));
        var claim = await ((IWorkQueue)_store).ClaimAsync(new ClaimRequest(), CancellationToken.None);
        _clock.Advance(Duration.FromHours(1));

        await WriteAsync(Commit(Change(Anna) with { ExpectedRevision = 1 }) with { Lease = claim.Leases[0] });
    }

    [Fact]
    public async Task A_parked_effect_keeps_the_later_ones_of_its_candidate_waiting()
    {
        await WriteAsync(Commit(Change(Anna) with { Effects = [Want("a"), Want("b")] }));
        var outbox = (IOutboxQueue)_store;
        var claim = await outbox.ClaimAsync(new ClaimRequest(), CancellationToken.None);
        Assert.True(await _store.FailAsync(new EffectFailure { Lease = claim.Effects[0].Lease, Code = "mail.down" }, CancellationToken.None));

        Assert.Empty((await outbox.ClaimAsync(new ClaimRequest(), CancellationToken.None)).Effects);
        await WriteAsync(Commit(Change(Anna) with { ExpectedRevision = 1, Effects = [EffectChange.Unwanted(Want("a").Key)] }));
        Assert.Single((await outbox.ClaimAsync(new ClaimRequest(), CancellationToken.None)).Effects);
    }

    [Fact]
    public async Task What_is_wanted_for_the_record_only_does_not_undo_that_it_was_handed_over()
    {
        var effect = Want("a").Make!;
        await WriteAsync(Commit(Change(Anna) with { Effects = [Want("a"), EffectChange.Became(effect.Key, EffectOutcome.Done)] }));
        await WriteAsync(Commit(Change(Anna) with { ExpectedRevision = 1, Effects = [EffectChange.ForTheRecord(effect)] }));

        Assert.Equal(EffectState.Done, (await _store.ReadEffectsAsync(EffectQuery.Of(Anna), CancellationToken.None))[0].State);
    }

    [Fact]
    public async Task A_derived_event_is_found_by_its_id_where_derived_ones_are_asked_for()
    {
        var derived = Found(Anna, "~a.1") with { Entry = new FindingNoted { Code = FindingCodes.ApplicationUnknown, Subject = "app-1" } };
        await WriteAsync(Commit(Change(Anna) with { Append = [derived] }, Change(Ben) with { Append = [derived with { Relationship = Ben, Origin = Ben.Candidate }] }));

        Assert.Empty(await ReadAsync(TimelineQuery.Of(Anna.Tenant, derived.Id)));
        Assert.Equal(2, (await ReadAsync(TimelineQuery.Of(Anna.Tenant, derived.Id) with { WithDerived = true })).Count);
        Assert.Equal([derived], await ReadAsync(TimelineQuery.Of(Anna) with { Event = derived.Id, WithDerived = true }));
    }

    [Fact]
    public async Task A_cancelled_call_writes_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.CommitAsync(Commit(Change(Anna)), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.LoadAsync(RelationshipKeys.Of(Anna), cancelled));
        Assert.Empty(await _store.LoadAsync(RelationshipKeys.Of(Anna), CancellationToken.None));
    }

    [Fact]
    public void A_commit_has_at_most_64_relationships_and_64_documents()
    {
        var most = Enumerable.Range(0, 65);
        Assert.Throws<ArgumentException>(() => Commit([.. most.Select(i => Change(new RelationshipKey(Anna.Tenant, CandidateId.From($"c{i}"))))]));
        Assert.Throws<ArgumentException>(() => Commit(Change(Anna)) with { Documents = [.. most.Select(i => Put($"d{i}"))] });
        Assert.Throws<ArgumentException>(() => Commit(Change(Anna)) with { Documents = default });
    }

    [Fact]
    public async Task Under_a_stale_revision_the_conflict_is_said_and_not_the_claim()
    {
        var claim = new Claim("permit", "one");
        await WriteAsync(Commit(Change(Anna)) with { Claims = [claim] });

        var stale = await _store.CommitAsync(Commit(Change(Anna)) with { Claims = [claim] }, CancellationToken.None);
        Assert.Equal(CommitStatus.RevisionConflict, stale.Status);
        var fresh = await _store.CommitAsync(Commit(Change(Anna) with { ExpectedRevision = 1 }) with { Claims = [claim] }, CancellationToken.None);
        Assert.Equal((CommitStatus.AlreadyClaimed, claim), (fresh.Status, fresh.ClaimTaken));
    }

    [Fact]
    public async Task A_lease_on_a_document_that_ran_out_is_good_as_long_as_nobody_claimed_since()
    {
        var document = Put("a").Next with { DueAt = _clock.GetCurrentInstant() };
        await WriteAsync(Commit(Change(Anna)) with { Documents = [Put("a") with { Next = document }] });
        var claim = await ((IJobQueue)_store).ClaimAsync(new ClaimRequest(), CancellationToken.None);
        _clock.Advance(Duration.FromHours(1));

        await WriteAsync(Commit(Change(Anna) with { ExpectedRevision = 1 }) with { DocumentLease = claim.Documents[0].Lease });
    }

    [Fact]
    public async Task A_lease_is_renewed_for_more_than_zero()
    {
        var held = new DocumentLease { Document = Put("a").Next.Key, Fence = 1, Until = default };
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _store.RenewAsync(held, Duration.Zero, CancellationToken.None));
        var lease = new Lease { Relationship = Anna, Fence = 1, Until = default };
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _store.RenewAsync(lease, Duration.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task A_commit_costs_the_same_however_long_the_timeline_is()
    {
        var commits = Enumerable.Range(0, 20_000).Select(i => Commit(Change(Anna) with { ExpectedRevision = i, Append = [Found(Anna, $"e{i}", i)] })).ToArray();
        var costs = new List<long>();
        foreach (var thousand in commits.Chunk(1_000))
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var commit in thousand)
            {
                Assert.Equal(CommitStatus.Committed, (await _store.CommitAsync(commit, CancellationToken.None)).Status);
            }

            costs.Add(GC.GetAllocatedBytesForCurrentThread() - before);
        }

        // A table that doubles costs something now and then; the ordinary thousand stays as it was.
        var early = costs.Take(5).Order().ElementAt(2);
        var late = costs.TakeLast(5).Order().ElementAt(2);
        Assert.InRange(late, 0, early * 2);
    }

    private static TimelineEvent Found(RelationshipKey key, string id, int minutes = 0)
    {
        var at = Instant.FromUtc(2026, 2, 2, 9, 0) + Duration.FromMinutes(minutes);
        return new TimelineEvent
        {
            Relationship = key, Origin = key.Candidate, Id = EventId.From(id), OccurredAt = at, RecordedAt = at, Entry = new CandidateFound { Source = SourceCode.From("careers-site") },
        };
    }

    private static RelationshipChange Change(RelationshipKey key) => new() { Next = Relationship.Empty(key), ExpectedRevision = 0 };

    private static CrmCommit Commit(params RelationshipChange[] changes) => new() { Tenant = Anna.Tenant, Relationships = [.. changes], RulesPosition = 1 };

    private static DocumentChange Put(string name) =>
        new() { Next = new TenantDocument { Key = new DocumentKey(Anna.Tenant, "job", name), Json = "{}" }, ExpectedRevision = 0 };

    private static EffectChange Want(string subject) => EffectChange.Wanted(new Effect
    {
        Key = new EffectKey("decide-application", subject, 1, "task"),
        Intent = new OpenTask { Reason = "promise.broken", Rule = "decide-application", Subject = subject, DueAt = default },
        IntendedAt = Instant.FromUtc(2026, 2, 2, 9, 0),
    });

    private async Task WriteAsync(CrmCommit commit) => Assert.Equal(CommitStatus.Committed, (await _store.CommitAsync(commit, CancellationToken.None)).Status);

    private async Task RefusesAsync(CrmCommit commit) => await Assert.ThrowsAsync<ArgumentException>(async () => await _store.CommitAsync(commit, CancellationToken.None));

    private async Task<List<TimelineEvent>> ReadAsync(TimelineQuery query)
    {
        var events = new List<TimelineEvent>();
        await foreach (var next in _store.ReadTimelineAsync(query, CancellationToken.None))
        {
            events.Add(next);
        }

        return events;
    }
}
