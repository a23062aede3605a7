using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>The five percentiles that reports show, by one named method, exact to the nanosecond.</summary>
public sealed record DurationPercentiles
{
    /// <summary>Gets the method that all five were read by.</summary>
    public required PercentileMethod Method { get; init; }

    /// <summary>Gets the value below which a quarter lies.</summary>
    public required Duration P25 { get; init; }

    /// <summary>Gets the median.</summary>
    public required Duration P50 { get; init; }

    /// <summary>Gets the value below which three quarters lie.</summary>
    public required Duration P75 { get; init; }

    /// <summary>Gets the value below which nine of ten lie.</summary>
    public required Duration P90 { get; init; }

    /// <summary>Gets the value below which nineteen of twenty lie.</summary>
    public required Duration P95 { get; init; }
}
