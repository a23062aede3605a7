using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>A requisition as it is stored. What is at its default is not written.</summary>
internal sealed record RequisitionDocument
{
    /// <summary>The kind of the documents of requisitions.</summary>
    internal const string DocumentKind = "requisition";

    public required int Schema { get; init; }

    public required RequisitionStatus Status { get; init; }

    public required int Openings { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Filled { get; init; }

    public required LocalDate OpenedOn { get; init; }

    public LocalDate? TargetDate { get; init; }

    public ImmutableArray<ExpectedRow>? Forecast { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionFamily Family { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PipelineKey Pipeline { get; init; }

    public Instant? ClosedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode CloseReason { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Actor ClosedBy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Closings { get; init; }

    public Instant? ReopenedAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Actor ReopenedBy { get; init; }

    /// <summary>Gets or sets members that this version does not know.</summary>
    [JsonExtensionData]
    [PersonalData]
    public Dictionary<string, JsonElement>? Unknown { get; set; }

    internal static DocumentKey KeyOf(TenantId tenant, RequisitionId requisition) => new(tenant, DocumentKind, requisition.Value);

    internal static RequisitionDocument Of(Requisition requisition, Dictionary<string, JsonElement>? unknown) => new()
    {
        Schema = RequisitionJson.Schema,
        Status = requisition.Status,
        Openings = requisition.Openings,
        Filled = requisition.Filled,
        OpenedOn = requisition.OpenedOn,
        TargetDate = requisition.TargetDate,
        Forecast = requisition.Forecast.IsEmpty ? null : [.. requisition.Forecast.Select(row => new ExpectedRow { By = row.By, Openings = row.Openings })],
        Family = requisition.Family,
        Pipeline = requisition.Pipeline,
        ClosedAt = requisition.ClosedAt,
        CloseReason = requisition.CloseReason,
        ClosedBy = requisition.ClosedBy,
        Closings = requisition.Closings,
        ReopenedAt = requisition.ReopenedAt,
        ReopenedBy = requisition.ReopenedBy,
        Unknown = unknown,
    };

    internal Requisition ToRequisition(DocumentKey key, long revision) => new()
    {
        Id = RequisitionId.From(key.Name),
        Status = Status,
        Openings = Openings,
        Filled = Filled,
        OpenedOn = OpenedOn,
        TargetDate = TargetDate,
        Forecast = [.. (Forecast ?? []).Select(row => new ExpectedOpenings(row.By, row.Openings))],
        Family = Family,
        Pipeline = Pipeline,
        ClosedAt = ClosedAt,
        CloseReason = CloseReason,
        ClosedBy = ClosedBy,
        Closings = Closings,
        ReopenedAt = ReopenedAt,
        ReopenedBy = ReopenedBy,
        Revision = revision,
    };

    public override string ToString() => $"RequisitionDocument {Status}";

    /// <summary>A row of the forecast.</summary>
    internal sealed record ExpectedRow
    {
        public required LocalDate By { get; init; }

        public required int Openings { get; init; }
    }
}
