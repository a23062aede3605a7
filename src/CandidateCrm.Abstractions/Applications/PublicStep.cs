using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>One step as candidates see it. It holds no internal stage.</summary>
public sealed record PublicStep
{
    /// <summary>Gets the key; unique within its definition. Candidates may see it.</summary>
    public required PublicStepKey Key { get; init; }

    /// <summary>Gets what candidates read, by language tag such as <c>en</c>: at least one language.</summary>
    public required ImmutableSortedDictionary<string, string> Title { get; init; }

    /// <summary>Gets what comes next, in words for candidates, by language tag; empty where nothing does.</summary>
    public ImmutableSortedDictionary<string, string> Next { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Gets what it waits for before candidates see it; null for nothing.</summary>
    public PublicDelay? Delay { get; init; }

    /// <summary>Gets a value indicating whether applications are taken in turn here, so that a place in the queue says something true.</summary>
    public bool IsQueue { get; init; }
}
