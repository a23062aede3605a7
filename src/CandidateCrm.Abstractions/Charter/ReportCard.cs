using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>How a charter is kept: a line for each expectation, in the order of the rules.</summary>
public sealed record ReportCard
{
    /// <summary>Gets as of when.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Gets the lines.</summary>
    public required ImmutableArray<ReportCardLine> Lines { get; init; }
}
