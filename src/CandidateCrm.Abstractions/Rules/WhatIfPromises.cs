using CandidateCrm.Charter;

namespace CandidateCrm.Rules;

/// <summary>What became of the promises of one expectation, as it was and as it would have been.</summary>
public readonly record struct WhatIfPromises
{
    /// <summary>Gets the expectation.</summary>
    public required ExpectationKey Expectation { get; init; }

    /// <summary>Gets how many were opened.</summary>
    public required WhatIfCount Opened { get; init; }

    /// <summary>Gets how many were kept in time.</summary>
    public required WhatIfCount Kept { get; init; }

    /// <summary>Gets how many were broken.</summary>
    public required WhatIfCount Broken { get; init; }
}
