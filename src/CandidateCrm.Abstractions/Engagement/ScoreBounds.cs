using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>The bounds of a model's numbers, said once: the records refuse with these sentences, and the builder collects them.</summary>
internal static class ScoreBounds
{
    internal const decimal LargestWeight = 10_000m;
    internal const decimal LargestQuantity = 10_000m;
    internal const decimal LargestLimit = 1_000_000_000_000m;
    internal const int MostSignals = 256;
    internal const int Places = 9;
    internal static readonly Duration ShortestHalfLife = Duration.FromSeconds(1);
    internal static readonly Duration LongestHalfLife = Duration.FromDays(36_525);

    internal static string? Weight(decimal value) =>
        value is >= -LargestWeight and <= LargestWeight ? null : "A signal weighs -10,000 to 10,000.";

    internal static string? Quantity(decimal value) =>
        value is >= 0m and <= LargestQuantity ? null : "A touchpoint's quantity is 0 to 10,000.";

    internal static string? HalfLife(Duration? value) =>
        value is null || (value >= ShortestHalfLife && value <= LongestHalfLife) ? null : "A half-life is 1 second to 36,525 days; leave it out for a signal that does not fade.";

    internal static string? Cap(decimal? value) =>
        value is null or (>= 0m and <= LargestLimit) ? null : "A cap is 0 to 1,000,000,000,000.";

    internal static string? Saturation(decimal? value) =>
        value is null or (>= 0.000001m and <= 100_000_000m) ? null : "A saturation is 0.000001 to 100,000,000.";

    internal static string? Version(int value) => value >= 1 ? null : "A version is 1 or more.";

    /// <summary>Limits act on a total that has nine places; a finer one could never be met exactly.</summary>
    internal static string? Limit(decimal? value) => value switch
    {
        null => null,
        < -LargestLimit or > LargestLimit => "A limit is -1,000,000,000,000 to 1,000,000,000,000.",
        { } limit when decimal.Round(limit, Places) != limit => "A limit on the total has at most 9 decimal places, as the score itself.",
        _ => null,
    };

    internal static string? GroupCap(decimal value) => Cap(value) ?? Limit(value);

    internal static string? Threshold(decimal? value) =>
        value is null or (>= -LargestLimit and <= LargestLimit) ? null : "A threshold is -1,000,000,000,000 to 1,000,000,000,000.";

    /// <summary>Rounds half to even at as many places as scores and figures about them have.</summary>
    internal static decimal Rounded(decimal value) => decimal.Round(value, Places, MidpointRounding.ToEven);

    /// <summary>Returns the value, or throws with the sentence and the name of the property that is set.</summary>
    internal static T Checked<T>(T value, string? fault, [CallerMemberName] string name = "") =>
        fault is null ? value : throw new ArgumentOutOfRangeException(name, value, fault);

    internal static T Named<T>(T value, bool assigned, string what, [CallerMemberName] string name = "") =>
        assigned ? value : throw new ArgumentException($"{what} must be assigned.", name);

    internal static T Given<T>(T? value, string what, [CallerMemberName] string name = "")
        where T : class =>
        value ?? throw new ArgumentNullException(name, $"{what} must be given.");

    /// <summary>Returns the parts of a model, or throws: nothing that reads a model has to ask whether its lists are there.</summary>
    internal static ImmutableArray<T> Listed<T>(ImmutableArray<T> value, [CallerMemberName] string name = "")
        where T : class =>
        value.IsDefault || value.Contains(null!)
            ? throw new ArgumentException("A list holds no null and is not left unassigned.", name)
            : value;
}
