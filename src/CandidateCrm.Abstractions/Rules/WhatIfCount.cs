namespace CandidateCrm.Rules;

/// <summary>A number as it was under the tenant's own rules, and as it would have been under the draft.</summary>
public readonly record struct WhatIfCount
{
    /// <summary>Gets what is counted; empty where the member that holds it says so.</summary>
    public string Name
    {
        get => field ?? string.Empty;
        init;
    }

    /// <summary>Gets the number under the rules of the time.</summary>
    public required long Before { get; init; }

    /// <summary>Gets the number under the draft.</summary>
    public required long After { get; init; }
}
