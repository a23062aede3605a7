using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>One reason why something did not happen. It holds ids and codes and nothing personal.</summary>
public sealed record WhyNotReason
{
    /// <summary>Gets the stable code, one of <see cref="WhyNotCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets a sentence that says what stood in the way.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets a sentence that says what would change it, or would have.</summary>
    public required string WouldChange { get; init; }

    /// <summary>Gets the facts that it is about, or that came nearest.</summary>
    public ImmutableArray<EventId> Events { get; init; } = [];

    /// <summary>Returns sentences and code.</summary>
    public override string ToString() => $"{Sentence} {WouldChange} ({Code})";
}
