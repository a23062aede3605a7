using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Testing;

/// <summary>What contract cases write: small, alike, and told apart by names.</summary>
internal static class Samples
{
    internal static readonly TenantId Acme = TenantId.From("acme");
    internal static readonly TenantId Globex = TenantId.From("globex");
    internal static readonly RelationshipKey Anna = Key("anna");
    internal static readonly RelationshipKey Ben = Key("ben");
    internal static readonly RelationshipKey Cleo = Key("cleo");
    internal static readonly RelationshipKey AnnaElsewhere = new(Globex, Anna.Candidate);

    /// <summary>A Monday before every clock of the cases.</summary>
    internal static readonly Instant Monday = Instant.FromUtc(2026, 2, 2, 9, 0);

    internal static RelationshipKey Key(string candidate) => new(Acme, CandidateId.From(candidate));

    internal static TimelineEvent Fact(RelationshipKey key, string id, Instant? at = null) =>
        Event(key, id, at ?? Monday, new CandidateFound { Source = SourceCode.From("careers-site") });

    internal static TimelineEvent Act(RelationshipKey key, string id, Instant? at = null) =>
        Event(key, id, at ?? Monday, new EffectDone { Effect = KeyOf("done") }) with { Actor = Actor.Crm };

    internal static TimelineEvent Derived(RelationshipKey key, string id, Instant? at = null) =>
        Event(key, id, at ?? Monday, new FindingNoted { Code = "application.stage_unknown", Subject = "app-1" }) with { Actor = Actor.Crm, Ordinal = 1 };

    internal static TimelineEvent Event(RelationshipKey key, string id, Instant at, ITimelineEntry entry) => new()
    {
        Relationship = key,
        Id = EventId.From(id),
        OccurredAt = at,
        RecordedAt = at,
        Entry = entry,
    };

    internal static RelationshipChange Change(RelationshipKey key, long expected, params TimelineEvent[] append) =>
        new() { Next = Relationship.Empty(key), ExpectedRevision = expected, Append = [.. append] };

    internal static RelationshipChange Waking(RelationshipKey key, long expected, Instant? wakeAt, params TimelineEvent[] append) =>
        Change(key, expected, append) with { Next = Relationship.Empty(key) with { WakeAt = wakeAt } };

    internal static RelationshipChange Waking(RelationshipKey key, long expected, Instant? wakeAt, Instant again) =>
        Change(key, expected) with { Next = Relationship.Empty(key) with { WakeAt = wakeAt, Redrive = new Redrive { Attempts = 1, At = again } } };

    internal static RelationshipChange Wanting(RelationshipKey key, long expected, params EffectChange[] changes) =>
        Change(key, expected) with { Effects = [.. changes] };

    internal static RelationshipChange Listing(RelationshipKey key, long expected, params IndexRow[] rows) =>
        Change(key, expected) with { Index = [.. rows] };

    internal static IndexRow Row(RelationshipKey key, long sort, string item = "", string index = IndexNames.Promises) =>
        new() { Index = index, Candidate = key.Candidate, Sort = sort, Item = item };

    internal static IndexRow Finding(RelationshipKey key, long sort, string item) => Row(key, sort, item, IndexNames.Findings);

    internal static RelationshipChange Keeping(RelationshipKey key, long expected, params Relationship[] checkpoints) => Change(key, expected) with
    {
        Next = Relationship.Empty(key) with { Cursor = PlaceOf(1_000) },
        Checkpoints = [.. checkpoints],
    };

    /// <summary>A state up to a place, told apart by its number of touchpoints.</summary>
    internal static Relationship Checkpoint(RelationshipKey key, int at, int touchpoints = 0) => Relationship.Empty(key) with
    {
        Cursor = PlaceOf(at),
        Contact = new ContactSlice { Touchpoints = touchpoints == 0 ? at : touchpoints },
    };

    internal static TimelinePlace PlaceOf(int at) => new(Microseconds.ToMicros(Monday) + at, TimelinePlace.EventRank, sourceOrder: 0, "e");

    internal static DocumentQuery AllJobs => new() { Tenant = Acme, Kind = "job" };

    internal static TenantDocument Document(string name, Instant? dueAt = null, TenantId tenant = default) =>
        new() { Key = new DocumentKey(tenant.IsAssigned ? tenant : Acme, "job", name), DueAt = dueAt, Json = "{}" };

    internal static DocumentChange Put(string name, long expected, Instant? dueAt = null) => Put(Document(name, dueAt), expected);

    internal static DocumentChange Put(TenantDocument document, long expected) => new() { Next = document, ExpectedRevision = expected };

    internal static DocumentChange Removed(string name, long expected) => Put(name, expected) with { Remove = true };

    internal static CrmCommit Commit(params DocumentChange[] changes) =>
        new() { Tenant = changes[0].Next.Key.Tenant, Relationships = [], Documents = [.. changes], RulesPosition = 1 };

    internal static CrmCommit Commit(params Claim[] claims) =>
        new() { Tenant = Acme, Relationships = [], Claims = [.. claims], RulesPosition = 1 };

    internal static CrmCommit Commit(params RelationshipChange[] changes) =>
        new() { Tenant = changes[0].Next.Key.Tenant, Relationships = [.. changes], RulesPosition = 1 };

    internal static EffectKey KeyOf(string name) => new("decide-application", name, 1, "task");

    internal static Effect EffectNamed(string name, Instant? intendedAt = null) => new()
    {
        Key = KeyOf(name),
        Intent = new OpenTask { Reason = "promise.broken", Rule = "decide-application", Subject = name, DueAt = intendedAt ?? Monday },
        IntendedAt = intendedAt ?? Monday,
    };

    internal static EffectChange Want(string name, Instant? intendedAt = null) => EffectChange.Wanted(EffectNamed(name, intendedAt));
}
