using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>
/// An opening balance, for a host that has no history to import: how the relationship stands when the library begins to keep it. It fills in
/// what the timeline does not tell and overrides nothing; no promise is opened by it, no score counts it, and nothing is asked for.
/// </summary>
[WireName("relationship.opened")]
public sealed record RelationshipOpened : IFact
{
    /// <summary>The largest number of applications of an opening balance.</summary>
    public const int MostApplications = 100;

    /// <summary>Gets the phase; unassigned where the lifecycle's start is right.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Phase Phase { get; init; }

    /// <summary>Gets since when the phase holds; null for the instant of the fact.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? PhaseSince { get; init => field = Floored(value); }

    /// <summary>Gets the latest touchpoint from the candidate, if known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? LastInboundAt { get; init => field = Floored(value); }

    /// <summary>Gets the latest touchpoint to the candidate, if known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? LastOutboundAt { get; init => field = Floored(value); }

    /// <summary>Gets how many touchpoints there were, 0 or more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Touchpoints
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There were 0 or more touchpoints.");
    }

    /// <summary>Gets the applications that are live, each once: at most 100.</summary>
    public ImmutableArray<OpeningApplication> Applications
    {
        get;
        init
        {
            ImmutableArray<OpeningApplication> all = value.IsDefault ? [] : value;
            field = all.Length <= MostApplications && all.Select(a => a.Application).Distinct().Count() == all.Length
                ? all
                : throw new ArgumentException($"An opening balance has at most {MostApplications} applications, each once.", nameof(value));
        }
    } = [];

    /// <summary>Says the same balance.</summary>
    public bool Equals(RelationshipOpened? other) =>
        other is not null && Phase == other.Phase && PhaseSince == other.PhaseSince && LastInboundAt == other.LastInboundAt
        && LastOutboundAt == other.LastOutboundAt && Touchpoints == other.Touchpoints && Applications.AsSpan().SequenceEqual(other.Applications.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Phase, PhaseSince, LastInboundAt, LastOutboundAt, Touchpoints, Applications.Length);

    /// <summary>Returns the phase and the number of applications.</summary>
    public override string ToString() => $"RelationshipOpened {Phase} ({Applications.Length} applications)";

    private static Instant? Floored(Instant? instant) => instant is { } at ? Microseconds.Floor(at) : null;
}
