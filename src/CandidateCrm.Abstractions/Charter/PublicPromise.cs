namespace CandidateCrm.Charter;

/// <summary>One promise of a published charter.</summary>
public sealed record PublicPromise
{
    /// <summary>Gets the expectation that it stands for.</summary>
    public required ExpectationKey Expectation { get; init; }

    /// <summary>Gets the version of the expectation.</summary>
    public required int Version { get; init; }

    /// <summary>Gets what is promised, in words, with its limit.</summary>
    public required string Text { get; init; }
}
