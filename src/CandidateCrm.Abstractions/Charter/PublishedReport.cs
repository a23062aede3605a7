using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>The figures of a charter as they are published: with their period, what they leave out and how sure they are; without small groups; with a digest of all of it.</summary>
public sealed record PublishedReport
{
    /// <summary>Gets the first date of the period.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Gets the last date of the period, included.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Gets the date of the judgement.</summary>
    public required LocalDate JudgedOn { get; init; }

    /// <summary>Gets the zone of these dates, by its IANA id.</summary>
    public required string Zone { get; init; }

    /// <summary>Gets the smallest number of judged promises of which figures are published.</summary>
    public required int SmallestGroup { get; init; }

    /// <summary>Gets the lines, one for each expectation that has words for candidates, in the order of the rules.</summary>
    public required ImmutableArray<PublishedLine> Lines { get; init; }

    /// <summary>Gets how many of their promises still run and are not due; null where that is more than none and below the smallest group.</summary>
    public required long? StillRunning { get; init; }

    /// <summary>Gets how many stand still; null where that is more than none and below the smallest group.</summary>
    public required long? StandingStill { get; init; }

    /// <summary>Gets how many ended without a verdict; null where that is more than none and below the smallest group.</summary>
    public required long? WithoutVerdict { get; init; }

    /// <summary>Gets the digest of the report before; null for the first.</summary>
    public string? Previous { get; init; }

    /// <summary>Gets the SHA-256 of everything above in its one spelling, as 64 lower-case hexadecimal digits. Sign it to show who published it.</summary>
    public required string Digest { get; init; }
}
