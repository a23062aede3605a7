using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>How a charter is kept: a line for each expectation, or for each group that was asked for; expectations in the order of the rules, those that they no longer have last.</summary>
public sealed record ReportCard
{
    /// <summary>Gets as of when.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Gets from when on the promises were opened; null for from the first on.</summary>
    public Instant? From { get; init; }

    /// <summary>Gets before when they were opened; null for up to the last.</summary>
    public Instant? To { get; init; }

    /// <summary>Gets the lines.</summary>
    public required ImmutableArray<ReportCardLine> Lines { get; init; }
}
