namespace CandidateCrm.Engagement;

/// <summary>The value of a signal from a sum in doubles, with a count of where its last digit could be another than that of the exact sum.</summary>
internal static class QuickValue
{
    /// <summary>So many doubts mean that the row has to be summed up exactly.</summary>
    internal const int TooMany = 2;

    // Larger sums leave too little room in a double for units of 10^-9.
    private const double MostRaw = 1_000_000;
    private const double NanosOfOne = 1e9;

    /// <summary>Returns the value in units of 10^-9; it is at most one unit off where that is a doubt, and right where there is none.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="raw">The decayed sum without sign.</param>
    /// <param name="error">How far it may be from the exact one.</param>
    /// <param name="doubts">The doubts so far.</param>
    internal static long Of(SignalPlan signal, double raw, double error, ref int doubts)
    {
        if (raw > MostRaw)
        {
            doubts = TooMany;
            return 0;
        }

        var value = raw;
        if (signal.SaturatesAt > 0)
        {
            // The slope of a saturation is 1 at most.
            value = signal.SaturatesAt * (1 - ExactMath.ExpOfMinus(raw / signal.SaturatesAt));
            error += signal.SaturatesAt * 1e-15;
        }

        var units = value * NanosOfOne;
        var slack = (error * NanosOfOne) + (units * 1e-15) + 1e-6;
        if (units - slack >= signal.CapUnits)
        {
            return signal.IsNegative ? -(long)signal.CapUnits : (long)signal.CapUnits;
        }

        var whole = Math.Floor(units);
        doubts += slack >= 0.25 ? TooMany : Math.Abs(units - whole - 0.5) <= slack ? 1 : 0;
        var rounded = (long)Math.Min(units - whole > 0.5 ? whole + 1 : whole, signal.CapUnits);
        return signal.IsNegative ? -rounded : rounded;
    }
}
