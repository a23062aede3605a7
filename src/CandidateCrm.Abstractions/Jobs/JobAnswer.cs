using CandidateCrm.Tenants;

namespace CandidateCrm.Jobs;

/// <summary>The answer to a command.</summary>
public sealed record JobAnswer
{
    /// <summary>Gets the job after it; null where there is none of that name.</summary>
    public Job? Job { get; init; }

    /// <summary>Gets why it was refused, with one of <see cref="JobRefusalCodes"/>; null where it was obeyed, also where there was nothing left to do.</summary>
    public Refusal? Refusal { get; init; }
}
