using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>A fact that an import refused.</summary>
public sealed record ImportRefusal
{
    /// <summary>Gets its number in the import, from 1 on.</summary>
    public required long Number { get; init; }

    /// <summary>Gets its id.</summary>
    public required EventId Event { get; init; }

    /// <summary>Gets why, with one of <see cref="FindingCodes"/>.</summary>
    public required Refusal Refusal { get; init; }
}
