using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>How long relationships have lasted, and how many touchpoints they took: averages over those of which anything is known.</summary>
public sealed record RelationshipEffort
{
    /// <summary>Gets the instant that it holds for.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets how many relationships there are of which a fact is known by then.</summary>
    public required long Relationships { get; init; }

    /// <summary>Gets how many touchpoints there were, quantities not counted.</summary>
    public required long Touches { get; init; }

    /// <summary>Gets the touchpoints of a relationship on average, rounded half to even at 9 decimal places; null without a relationship.</summary>
    public decimal? TouchesEach { get; init; }

    /// <summary>Gets the days, of 24 hours, from the first fact of a relationship to its latest on average, rounded half to even at 9 decimal places; null without a relationship.</summary>
    public decimal? DaysEach { get; init; }

    /// <summary>Gets the touchpoints by kind, in the ordinal order of the kinds.</summary>
    public required ImmutableArray<TouchKindCount> ByKind { get; init; }
}
