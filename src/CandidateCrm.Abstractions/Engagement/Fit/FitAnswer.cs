using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;

namespace CandidateCrm.Engagement;

/// <summary>How well one candidate matches, and how much of it is known.</summary>
public sealed record FitAnswer
{
    /// <summary>Gets the model.</summary>
    public required FitKey Model { get; init; }

    /// <summary>Gets its version.</summary>
    public required int Version { get; init; }

    /// <summary>Gets a line for each criterion, in the order of the model.</summary>
    public required ImmutableArray<FitLine> Lines { get; init; }

    /// <summary>Gets the band of fit; null where the model has none.</summary>
    public BandKey? Band { get; init; }

    /// <summary>Gets the points that were earned.</summary>
    public decimal Earned => Lines.Sum(line => line.Earned);

    /// <summary>Gets the points of the criteria that are known, met or missed.</summary>
    public decimal Known => Lines.Where(line => line.Outcome != FitOutcome.Unknown).Sum(line => line.Points);

    /// <summary>Gets the points of all criteria, those that are unknown among them.</summary>
    public decimal Possible => Lines.Sum(line => line.Points);

    /// <summary>Gets the fit, 0 to 100: of what is possible, what was earned. A quotient with all the digits that a decimal holds: <see cref="ToText"/> and JSON round it half to even at 9 places for showing it. Bands are decided on the points, before anything is divided.</summary>
    public decimal Percent => 100 * Earned / Possible;

    /// <summary>Gets the coverage, 0 to 100: of what is possible, what is known; with all digits, as <see cref="Percent"/>.</summary>
    public decimal Coverage => 100 * Known / Possible;

    /// <summary>Renders the answer as lines of English text with invariant numbers, quotients rounded half to even at 9 decimal places; every proxy with its justification. Built on each call.</summary>
    public ImmutableArray<string> ToText() =>
    [
        string.Create(CultureInfo.InvariantCulture, $"fit {ScoreBounds.Rounded(Percent):0.#########} with a coverage of {ScoreBounds.Rounded(Coverage):0.#########}{(Band is { } band ? $", {band}" : "")}: {Earned:0.######} of {Possible:0.######} points"),
        .. Lines.Select(Line),
    ];

    private static string Line(FitLine line)
    {
        var outcome = line.Outcome switch { FitOutcome.Met => "met", FitOutcome.Missed => "missed", _ => "unknown" };
        var justified = line.Justifications.Select(each => $"; justified by {each.Who} until {InstantPattern.ExtendedIso.Format(each.Until)}: {each.Why}");
        return string.Create(CultureInfo.InvariantCulture, $"{line.Earned:0.######} of {line.Points:0.######} {line.Criterion}: {outcome}") + string.Concat(justified);
    }
}
