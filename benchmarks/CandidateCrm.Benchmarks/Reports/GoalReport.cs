using System.Globalization;

namespace CandidateCrm.Benchmarks.Reports;

/// <summary>Writes which goals are met, one line each.</summary>
public static class GoalReport
{
    /// <summary>Prints all goals from the reports in a folder. Returns 0, 1 where one is short, or 2 where the reports cannot be read.</summary>
    public static int Print(TextWriter output, string folder, Func<string, string, bool> isBaseline)
    {
        try
        {
            var results = GoalReader.Hold(Goals.All, Measurement.ReadAll(folder), isBaseline);
            foreach (var line in Lines(results))
            {
                output.WriteLine(line);
            }

            return results.Any(result => result.IsMet == false) ? 1 : 0;
        }
        catch (Exception exception) when (exception is InvalidDataException or System.Text.Json.JsonException or IOException or KeyNotFoundException)
        {
            output.WriteLine($"The reports in {folder} cannot be read: {exception.Message}");
            return 2;
        }
    }

    /// <summary>Writes id, measured ratio, goal, verdict, measured bytes, limit of bytes, and what is measured.</summary>
    public static IEnumerable<string> Lines(IEnumerable<GoalResult> results) =>
        results.Select(Cells).Prepend(["id", "measured", "goal", "verdict", "bytes", "limit", "what"])
            .Select(cells => $"{cells[0],-5} {cells[1],9} {cells[2],9}  {cells[3],-7} {cells[4],9} {cells[5],9}  {cells[6]}");

    /// <summary>Writes a goal as it is said: small ones as one part in so many where that is a whole number.</summary>
    public static string Ratio(double? goal) => Ratio(goal, InParts(goal));

    /// <summary>Writes a ratio, or one part in so many, so that it stands beside its goal in the same words.</summary>
    public static string Ratio(double? ratio, bool inParts) => ratio switch
    {
        null => "-",
        double.NaN => "failed",
        { } some when inParts => "1/" + (1 / some).ToString("0.#", CultureInfo.InvariantCulture),
        { } some => some.ToString(some < 0.1 ? "0.####" : "0.##", CultureInfo.InvariantCulture),
    };

    private static bool InParts(double? goal) => goal is > 0 and < 0.1 && Math.Abs((1 / goal.Value) - Math.Round(1 / goal.Value)) < 1e-9;

    private static string[] Cells(GoalResult result)
    {
        var goal = result.Goal;
        var what = goal.Denominator is null ? goal.Numerator : $"{goal.Numerator} / {goal.Denominator}";
        var verdict = result.IsMet switch { true => "met", false => "short", null => "-" };
        return [goal.Id, Ratio(result.Ratio, InParts(goal.MostRatio)), AtMost(Ratio(goal.MostRatio)), verdict, Bytes(result.Bytes), AtMost(Bytes(goal.MostBytes)), what];
    }

    private static string AtMost(string figure) => figure == "-" ? "-" : "<= " + figure;

    private static string Bytes(long? bytes) => bytes is { } known ? known.ToString(CultureInfo.InvariantCulture) + " B" : "-";
}
