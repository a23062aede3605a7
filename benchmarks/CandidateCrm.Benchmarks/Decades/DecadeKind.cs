namespace CandidateCrm.Benchmarks.Decades;

/// <summary>How much a candidate has to do with us within ten years.</summary>
internal enum DecadeKind
{
    /// <summary>One or two applications, a newsletter a quarter, hardly a word besides.</summary>
    Light,

    /// <summary>Three to six applications, a newsletter every other month, and each year a few messages, visits and talks.</summary>
    Median,

    /// <summary>Eight to fifteen applications, a monthly newsletter, and something else every month.</summary>
    Active,

    /// <summary>Forty to sixty applications, a newsletter every other week, and something else every week.</summary>
    Heavy,
}
