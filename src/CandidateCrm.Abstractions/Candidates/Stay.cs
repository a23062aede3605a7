using NodaTime;

namespace CandidateCrm.Candidates;

/// <summary>How often a value held, and for how long altogether.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Stay<T>
    where T : struct
{
    /// <summary>Gets the value.</summary>
    public required T Value { get; init; }

    /// <summary>Gets how often it held.</summary>
    public required int Visits { get; init; }

    /// <summary>Gets the total time.</summary>
    public required Duration Total { get; init; }
}
