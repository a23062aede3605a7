using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Jobs;

/// <summary>What a job needs to know beside its kind; each kind has its own members.</summary>
internal sealed record JobTerms
{
    /// <summary>Gets the position of the rules that are carried.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Position { get; init; }

    /// <summary>Gets the batch that is taken back.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public BatchId Batch { get; init; }

    /// <summary>Gets why it is taken back, or was closed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ReasonCode Reason { get; init; }

    /// <summary>Gets the requisition that was closed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public RequisitionId Requisition { get; init; }

    /// <summary>Gets the number of the closing of that requisition.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Closing { get; init; }

    /// <summary>Gets the feature whose faults are meant; null for all.</summary>
    public string? Feature { get; init; }

    /// <summary>Gets the definition whose faults are meant; null for all.</summary>
    public string? Definition { get; init; }

    /// <summary>Gets the code of the faults that are meant; null for all.</summary>
    public string? Code { get; init; }
}
