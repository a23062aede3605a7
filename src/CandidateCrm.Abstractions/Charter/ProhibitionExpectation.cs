using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>
/// What we will not do: broken by what happens, at its instant, and never by time. It has no clock and cannot be paused. A breach ends the
/// promise and opens the next, so that each breach counts once.
/// </summary>
public sealed record ProhibitionExpectation : Expectation
{
    /// <summary>Gets which facts are forbidden, or counted where some are allowed; of the same application where the promise belongs to one.</summary>
    public required FactPattern BrokenBy { get; init; }

    /// <summary>Gets a value indicating whether only what nobody answers for is forbidden: what no person did, and a rejection that names no person. False by default.</summary>
    public bool OnlyWithoutPerson { get; init; }

    /// <summary>Gets how many are allowed within which time; null for none at all.</summary>
    public Allowance? Allowance { get; init; }
}
