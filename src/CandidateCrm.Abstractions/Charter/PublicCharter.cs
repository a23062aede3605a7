using System.Collections.Immutable;

namespace CandidateCrm.Charter;

/// <summary>A charter as it is published in one language: made of the same expectations that open promises and run their clocks.</summary>
public sealed record PublicCharter
{
    /// <summary>Gets the words around it.</summary>
    public required CharterWords Words { get; init; }

    /// <summary>Gets what is promised, in the order of the rules.</summary>
    public required ImmutableArray<PublicPromise> Will { get; init; }

    /// <summary>Gets what is ruled out, in the order of the rules.</summary>
    public required ImmutableArray<PublicPromise> WillNot { get; init; }

    /// <summary>Gets the expectations without words in this language: they are kept, and nobody is told.</summary>
    public ImmutableArray<ExpectationKey> Unsaid { get; init; } = [];

    /// <summary>Gets the expectations that are only for openings or pipelines that this charter is not about.</summary>
    public ImmutableArray<ExpectationKey> Elsewhere { get; init; } = [];

    /// <summary>Gets how it is kept; null where that is not published beside it.</summary>
    public PublishedReport? Report { get; init; }
}
