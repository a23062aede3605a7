using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Which version of an index an answer was taken from.</summary>
public sealed record IndexStamp
{
    /// <summary>Gets the number of the version: it grows by one with each change that readers see at once.</summary>
    public required long Version { get; init; }

    /// <summary>Gets up to when the index knew what happened, as its writer said; null where nobody said it yet.</summary>
    public required Instant? AsOf { get; init; }

    /// <summary>Gets how many candidates the index held.</summary>
    public required int Candidates { get; init; }
}
