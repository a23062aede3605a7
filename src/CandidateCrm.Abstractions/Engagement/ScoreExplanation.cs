using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Engagement;

/// <summary>Why a score is what it is: values of <see cref="Lines"/> and amounts of <see cref="Adjustments"/> add up to <see cref="Score"/> exactly.</summary>
public sealed record ScoreExplanation
{
    /// <summary>Gets the name of the score.</summary>
    public required ScoreKey Model { get; init; }

    /// <summary>Gets the version of the model.</summary>
    public required int ModelVersion { get; init; }

    /// <summary>Gets the instant that it holds for.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the score.</summary>
    public required decimal Score { get; init; }

    /// <summary>Gets the band that the path of touchpoints leads to; null where the model has none.</summary>
    public BandKey? Band { get; init; }

    /// <summary>Gets a line per signal with a touchpoint, in the order of the model.</summary>
    public required ImmutableArray<ScoreLine> Lines { get; init; }

    /// <summary>Gets the adjustments in the order in which they act: caps of groups in the ordinal order of their names, ceiling, floor.</summary>
    public required ImmutableArray<ScoreAdjustment> Adjustments { get; init; }

    /// <summary>Gets the size of a value that <see cref="ScoreLine.FallsBelowAt"/> speaks of.</summary>
    public required decimal FadedBelow { get; init; }

    /// <summary>Gets the relationship as a whole, without decay.</summary>
    public required Tenure Tenure { get; init; }

    /// <summary>Gets what did not count; null where a state was asked, which does not keep it.</summary>
    public IgnoredTouches? Ignored { get; init; }

    /// <summary>Gets the kinds of the touchpoints that were ignored because the model does not name them, in their ordinal order: a slip of the pen in a model shows here. Empty where a state was asked.</summary>
    public ImmutableArray<TouchKindCount> UnknownKinds { get; init; } = [];

    /// <summary>Renders the explanation as lines of English text with invariant numbers; built on each call.</summary>
    public ImmutableArray<string> ToText()
    {
        var text = ImmutableArray.CreateBuilder<string>();
        text.Add($"{Model} (version {Whole(ModelVersion)}) at {Moment(At)}: {Number(Score)}{(Band is { } band ? $", band {band}" : "")}");
        foreach (var line in Lines)
        {
            text.Add($"{Signed(line.Value)} {line.Kind}: {Whole(line.Count)} touchpoint{(line.Count == 1 ? "" : "s")}, newest {Moment(line.NewestAt)}, sum {Number(line.Raw)}, {Fading(line)}");
        }

        foreach (var adjustment in Adjustments)
        {
            text.Add($"{Signed(adjustment.Amount)} {Name(adjustment)}");
        }

        text.Add($"Since {(Tenure.FirstContactAt is { } first ? Moment(first) : "never")}: {Whole(Tenure.Count)} counted, {Number(Tenure.LifetimeRaw)} without decay");
        if (Ignored is { } ignored)
        {
            text.Add($"Ignored: {Whole(ignored.RepeatedId)} repeated, {Whole(ignored.AfterInstant)} later, {Whole(ignored.UnknownKind)} of other kinds{Kinds()}{More(ignored.NothingNew, "with nothing new")}{More(ignored.TakenBack, "taken back")}");
        }

        return text.ToImmutable();
    }

    private static string Name(ScoreAdjustment adjustment) => adjustment.Kind switch
    {
        ScoreAdjustmentKind.GroupCap => $"cap of group {adjustment.Group}",
        ScoreAdjustmentKind.Ceiling => "ceiling",
        _ => "floor",
    };

    private static string Moment(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static string Number(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);

    private static string Signed(decimal value) => value.ToString("+0.#########;-0.#########;0", CultureInfo.InvariantCulture);

    private static string More(int count, string what) => count == 0 ? "" : $", {Whole(count)} {what}";

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private string Kinds() => UnknownKinds.IsEmpty ? "" : $" ({string.Join(", ", UnknownKinds.Select(each => $"{Whole(each.Count)} {each.Kind}"))})";

    private string Fading(ScoreLine line) => line.FallsBelowAt switch
    {
        null => $"never below {Number(FadedBelow)}",
        { } at when at <= At => $"already below {Number(FadedBelow)}",
        { } at => $"below {Number(FadedBelow)} from {Moment(at)}",
    };
}
