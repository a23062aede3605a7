using System.Collections.Immutable;
using System.Globalization;
using NodaTime.Text;

namespace CandidateCrm.Engagement;

/// <summary>An experience by its peak and its end, with the terms that add up to it. It says where a relationship needs repair, and is never an input to ranking candidates.</summary>
public sealed record ExperienceSummary
{
    /// <summary>Gets the sum of the terms, exactly; null without a moment: no news is not an experience of 0.</summary>
    public decimal? Score { get; init; }

    /// <summary>Gets peak, end and mean, in this order, those without weight included; empty without a moment.</summary>
    public required ImmutableArray<ExperienceTerm> Terms { get; init; }

    /// <summary>Gets the moment with the lowest valence, of equals the later and then the one with the higher id; null without one.</summary>
    public ExperienceMoment? Worst { get; init; }

    /// <summary>Gets the moment with the highest valence, of equals the later and then the one with the higher id; null without one.</summary>
    public ExperienceMoment? Best { get; init; }

    /// <summary>Gets how many moments count.</summary>
    public required int Count { get; init; }

    /// <summary>Gets how many moments repeat an id.</summary>
    public int RepeatedId { get; init; }

    /// <summary>Gets how many moments lie after the instant asked for.</summary>
    public int AfterInstant { get; init; }

    /// <summary>Renders the summary as lines of English text with invariant numbers; built on each call.</summary>
    public ImmutableArray<string> ToText() =>
        Score is not { } score
            ? ["no experience: no moment counts"]
            :
            [
                string.Create(CultureInfo.InvariantCulture, $"experience {Number(score)} of {Count} moment{(Count == 1 ? "" : "s")}"),
                .. Terms.Select(Line),
            ];

    private static string Line(ExperienceTerm term) =>
        $"{term.Amount.ToString("+0.##################;-0.##################;0", CultureInfo.InvariantCulture)} {Word(term.Kind)}: {Number(term.Weight)} times {Number(term.Valence)}{About(term.Moment)}";

    private static string About(ExperienceMoment? moment) => moment is null
        ? ""
        : $", {(moment.Kind.IsAssigned ? moment.Kind.Value : moment.Id.Value)}{(moment.About.IsAssigned ? $" ({moment.About})" : "")} at {InstantPattern.ExtendedIso.Format(moment.At)}";

    private static string Word(ExperienceTermKind kind) => kind switch
    {
        ExperienceTermKind.Peak => "peak",
        ExperienceTermKind.End => "end",
        _ => "mean",
    };

    private static string Number(decimal value) => value.ToString("0.##################", CultureInfo.InvariantCulture);
}
