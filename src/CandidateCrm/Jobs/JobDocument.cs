using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>A job as it is stored.</summary>
internal sealed record JobDocument
{
    /// <summary>The kind of the documents of jobs.</summary>
    internal const string DocumentKind = "job";

    [JsonIgnore]
    public DocumentKey Key { get; init; }

    [JsonIgnore]
    public long Revision { get; init; }

    /// <summary>Gets when its next pages are due; null where nothing is.</summary>
    [JsonIgnore]
    public Instant? DueAt { get; init; }

    public required int Schema { get; init; }

    public required JobKind Kind { get; init; }

    public required string Subject { get; init; }

    public required JobState State { get; init; }

    public required Actor By { get; init; }

    [PersonalData]
    public string? Why { get; init; }

    public required Instant OrderedAt { get; init; }

    /// <summary>Gets before when nothing is done, also after it was restarted.</summary>
    public required Instant NotBefore { get; init; }

    public Instant? StartedAt { get; init; }

    public Instant? FinishedAt { get; init; }

    public required int RatePerSecond { get; init; }

    /// <summary>Gets how often it was restarted: what a worker did for an earlier run is not counted in a later one.</summary>
    public int Run { get; init; }

    /// <summary>Gets when it was last restarted: where what it tells happened; null where it never was.</summary>
    public Instant? RestartedAt { get; init; }

    /// <summary>Gets how many pages in a row could not be done.</summary>
    public int Attempts { get; init; }

    public JobProgress Progress { get; init; }

    public string? LastError { get; init; }

    public ImmutableArray<JobFailure> Failures
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    public ImmutableArray<JobCommand> Commands
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    public required JobTerms Terms { get; init; }

    public JobCursor? Cursor { get; init; }

    /// <summary>Gets or sets members that this version does not know.</summary>
    [JsonExtensionData]
    [PersonalData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    internal bool IsOver => State is JobState.Done or JobState.Cancelled or JobState.Failed;

    internal static DocumentKey KeyOf(TenantId tenant, JobId id) => new(tenant, DocumentKind, id.Value);

    internal Job ToJob() => new()
    {
        Id = JobId.From(Key.Name),
        Kind = Kind,
        Subject = Subject,
        State = State,
        Progress = Progress,
        StartedBy = By,
        Why = Why ?? string.Empty,
        OrderedAt = OrderedAt,
        StartedAt = StartedAt,
        FinishedAt = FinishedAt,
        NextAt = DueAt,
        RatePerSecond = RatePerSecond,
        LastError = LastError,
        Failures = Failures,
        Commands = Commands,
    };

    /// <summary>Makes what is written; the store gives it the next revision.</summary>
    internal DocumentChange Change() => new()
    {
        Next = new TenantDocument { Key = Key, DueAt = DueAt, Json = JobJson.Write(this) },
        ExpectedRevision = Revision,
    };

    public override string ToString() => $"JobDocument {Key} r{Revision}";
}
