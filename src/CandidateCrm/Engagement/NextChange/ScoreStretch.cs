namespace CandidateCrm.Engagement;

/// <summary>The time between two instants, and the values of all signals at both: as a scale has them, and in units of 2^-60.</summary>
internal readonly ref struct ScoreStretch
{
    internal required Int128 From { get; init; }

    internal required Int128 To { get; init; }

    internal required ReadOnlySpan<Int128> Start { get; init; }

    internal required ReadOnlySpan<Int128> End { get; init; }

    internal required ReadOnlySpan<Int128> UnroundedStart { get; init; }

    internal required ReadOnlySpan<Int128> UnroundedEnd { get; init; }
}
