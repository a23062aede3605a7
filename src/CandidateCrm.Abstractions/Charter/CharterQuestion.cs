using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>What a report card is asked.</summary>
public sealed record CharterQuestion
{
    /// <summary>Gets the question that counts every promise, by expectation, as of now.</summary>
    public static CharterQuestion Everything { get; } = new();

    /// <summary>Gets from when on promises were opened that count; null for from the first on.</summary>
    public Instant? From { get; init; }

    /// <summary>Gets before when promises were opened that count; null for up to the last.</summary>
    public Instant? To { get; init; }

    /// <summary>Gets as of when they are judged; null for now. A past instant gives the same answer later, as long as nothing is told of the time before it.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>Gets by what they are told apart besides their expectation, each once; by nothing by default.</summary>
    public ImmutableArray<ReportDimension> By { get; init => field = value.IsDefault ? [] : [.. value.Distinct().Order()]; } = [];

    /// <summary>Gets who answers for a promise, where <see cref="By"/> asks for the owner: who that is, your product knows. Unassigned for nobody. It is asked once for each promise and must not throw.</summary>
    public Func<PromiseRecord, PersonId>? OwnerOf { get; init; }

    internal bool Counts(PromiseRecord record) => !(record.OpenedAt < From) && !(record.OpenedAt >= To);
}
