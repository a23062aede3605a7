namespace CandidateCrm.Charter;

/// <summary>One promise of a published charter.</summary>
public sealed record PublicPromise
{
    /// <summary>Gets the expectation that it stands for.</summary>
    public required ExpectationKey Expectation { get; init; }

    /// <summary>Gets the version of the expectation.</summary>
    public required int Version { get; init; }

    /// <summary>Gets for which openings and pipelines it is promised; all of them where it is for everybody.</summary>
    public ExpectationScope Scope { get; init; } = ExpectationScope.All;

    /// <summary>Gets what is promised, in words, with its limit.</summary>
    public required string Text { get; init; }
}
