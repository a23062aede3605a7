using System.Globalization;
using System.Text.RegularExpressions;

namespace CandidateCrm.Benchmarks.Reports;

/// <summary>Holds measurements against goals.</summary>
public static partial class GoalReader
{
    /// <summary>Gives one result per goal, in the order of the goals.</summary>
    /// <param name="goals">The goals.</param>
    /// <param name="measurements">All cases of all reports.</param>
    /// <param name="isBaseline">Says whether (class, method) is the denominator; the reports do not.</param>
    public static IReadOnlyList<GoalResult> Hold(IReadOnlyList<Goal> goals, IReadOnlyList<Measurement> measurements, Func<string, string, bool> isBaseline) =>
        [.. goals.Select(goal => Hold(goal, measurements.Where(each => IdOf(each.Type) == goal.Id), isBaseline))];

    /// <summary>Reads the goal's id from the name of a benchmark class: <c>R07_Membership</c> measures R7; null where it has none.</summary>
    public static string? IdOf(string type) =>
        Prefix().Match(type) is { Success: true } match
            ? match.Groups["kind"].Value + int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) + match.Groups["part"].Value
            : null;

    private static GoalResult Hold(Goal goal, IEnumerable<Measurement> measurements, Func<string, string, bool> isBaseline)
    {
        double? ratio = null;
        long? bytes = null;
        foreach (var group in measurements.GroupBy(each => (each.Type, each.Parameters)))
        {
            var numerators = group.Where(each => !isBaseline(each.Type, each.Method)).ToList();
            var denominator = Denominator(goal, [.. group.Except(numerators)], group.Key.Type);
            foreach (var numerator in numerators)
            {
                ratio = Worst(ratio, denominator is null ? null : Ratio(goal, numerator, denominator));
                bytes = numerator.Bytes is { } own ? Math.Max(bytes ?? 0, own) : bytes;
            }
        }

        return new GoalResult(goal, ratio, bytes);
    }

    private static Measurement? Denominator(Goal goal, IReadOnlyList<Measurement> baselines, string type) =>
        goal.MostRatio is null
            ? null
            : baselines is [var only]
                ? only
                : throw new InvalidDataException($"{type} must have exactly one method marked Baseline in the report, but has {baselines.Count}.");

    /// <summary>A time of zero is no speed: the compiler left nothing to measure.</summary>
    private static double Ratio(Goal goal, Measurement numerator, Measurement denominator) =>
        goal.Compares == Compares.Time
            ? numerator.Median > 0 && denominator.Median > 0 ? numerator.Median / denominator.Median : double.NaN
            : numerator.Bytes is { } above && denominator.Bytes is { } below and > 0 ? (double)above / below : double.NaN;

    /// <summary>A case that failed is worse than any number.</summary>
    private static double? Worst(double? first, double? second) =>
        (first, second) switch
        {
            (null, _) => second,
            (_, null) => first,
            _ when double.IsNaN(first.Value) => first,
            _ when double.IsNaN(second.Value) => second,
            _ => Math.Max(first.Value, second.Value),
        };

    [GeneratedRegex("^(?<kind>[RT])(?<number>[0-9]{2})(?<part>[A-Z]?)_", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();
}
