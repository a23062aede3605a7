namespace CandidateCrm.Insights;

/// <summary>How a percentile is read off n values in ascending order. The two differ for small n, so a figure without its method says little.</summary>
public enum PercentileMethod
{
    /// <summary>At position (n − 1)·p, counted from 0, interpolated between its neighbours; R's type 7.</summary>
    Linear,

    /// <summary>The ⌈p·n⌉-th value, at least the first; always one of the values.</summary>
    NearestRank,
}
