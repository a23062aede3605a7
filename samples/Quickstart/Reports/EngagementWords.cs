using CandidateCrm.Engagement;

namespace Quickstart.Reports;

/// <summary>Says why a score is what it is: each line that still counts, the largest first, then what limits it.</summary>
internal static class EngagementWords
{
    private const decimal Visible = 0.05m;

    internal static IEnumerable<string> Of(ScoreExplanation why) =>
        why.Lines.Where(line => Math.Abs(line.Value) >= Visible)
            .OrderByDescending(line => Math.Abs(line.Value))
            .Select(line => $"{Words.Signed(line.Value)} {line.Kind}{(line.Count > 1 ? $" ×{line.Count}" : "")}")
            .Concat(why.Adjustments.Select(adjustment => $"{Words.Signed(adjustment.Amount)} {Limit(adjustment)}"));

    private static string Limit(ScoreAdjustment adjustment) => adjustment.Kind switch
    {
        ScoreAdjustmentKind.GroupCap => $"cap of {adjustment.Group}",
        ScoreAdjustmentKind.Ceiling => "ceiling",
        _ => "floor",
    };
}
