using CandidateCrm.Timeline;

namespace CandidateCrm.Insights;

/// <summary>How many steps one user of the host took.</summary>
public readonly record struct ActorCount
{
    /// <summary>Gets who; absent for the steps where nobody is named.</summary>
    public required PersonId? By { get; init; }

    /// <summary>Gets how many.</summary>
    public required long Events { get; init; }
}
