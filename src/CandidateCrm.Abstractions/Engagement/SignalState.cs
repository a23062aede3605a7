using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// What one signal keeps, however many touchpoints it had: blocks one half-life wide (counted from the Unix epoch), each an integer sum of
/// <c>weight · quantity · 2^((at − start of block) / half-life)</c> in units of 2^-60. Integer sums commute and invert.
/// </summary>
public sealed record SignalState
{
    /// <summary>Gets a signal without touchpoints.</summary>
    public static SignalState Empty { get; } = new();

    /// <summary>Gets the index of the newest block; 0 where the signal does not fade or has no block.</summary>
    public long NewestBlock { get; init; }

    /// <summary>Gets the sums, newest block first, at most 64.</summary>
    public ImmutableArray<Int128> Blocks { get; init; } = [];

    /// <summary>Gets the number of touchpoints, whatever their quantity, faded ones included.</summary>
    public long Count { get; init; }

    /// <summary>Gets the sum of weight times quantity that never fades, in units of 2^-60.</summary>
    public Int128 Lifetime { get; init; }

    /// <summary>Gets the first touchpoint; null without one.</summary>
    public Instant? FirstAt { get; init; }

    /// <summary>Gets the newest touchpoint; null without one.</summary>
    public Instant? NewestAt { get; init; }

    /// <summary>Gets a value indicating whether <see cref="FirstAt"/> and <see cref="NewestAt"/> are only bounds, because a touchpoint at one of them was retracted; the timeline knows better.</summary>
    public bool EdgesAreBounds { get; init; }
}
