namespace CandidateCrm.Engagement;

/// <summary>The bounds of an experience's numbers, said once.</summary>
internal static class ExperienceBounds
{
    internal const decimal Extreme = 100m;

    internal static string? Valence(decimal value) =>
        value is < -Extreme or > Extreme ? "A valence is -100 to 100." : Places(value, "A valence");

    internal static string? Weight(decimal value) => value is < 0m or > 1m ? "A weight of an experience is 0 to 1." : Places(value, "A weight of an experience");

    internal static string? Answer(decimal value) =>
        value is < -ScoreBounds.LargestLimit or > ScoreBounds.LargestLimit ? "An end of a scale is -1,000,000,000,000 to 1,000,000,000,000." : Places(value, "An end of a scale");

    // Products of two such numbers and their sums are exact in a decimal.
    private static string? Places(decimal value, string what) =>
        decimal.Round(value, ScoreBounds.Places) == value ? null : $"{what} has at most 9 decimal places.";
}
