using System.Text.Json.Serialization;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>
/// The candidate was told by when a promise is due. From then on that date is read back: other zone data do not move it, and where it moves for
/// another reason, a correction is wanted. Telling a later date answers that.
/// </summary>
[WireName("charter.due_told")]
public sealed record DueTold : IFact
{
    /// <summary>Gets the promise.</summary>
    public required PromiseKey Promise { get; init; }

    /// <summary>Gets the instant that was told, floored to microseconds.</summary>
    public required Instant DueAt { get; init => field = Microseconds.Floor(value); }

    /// <summary>Gets the version of the zone data that it was computed with, as <see cref="Charter.Promise.ZoneDataVersion"/> says; null where it was not kept.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ZoneDataVersion { get; init; }
}
