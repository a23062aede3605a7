using System.Globalization;
using System.Text.Encodings.Web;
using CandidateCrm.Timeline;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Segments;

/// <summary>One condition of a rule, with what was found of a candidate and what was asked for: one that decides, or in <see cref="SegmentExplanation.Tree"/> any.</summary>
public sealed record DecidingCondition
{
    /// <summary>Beyond this a difference of two numbers might not be one.</summary>
    private const decimal Furthest = 10_000_000_000_000_000_000_000_000_000m;

    /// <summary>Gets the condition as text.</summary>
    public required string Condition { get; init; }

    /// <summary>Gets the field or collection that it asks; empty for segments and for everyone.</summary>
    public required string Field { get; init; }

    /// <summary>Gets a value indicating whether it holds.</summary>
    public required bool Holds { get; init; }

    /// <summary>Gets the actual value; none where there is no value, and where it is masked. Of a collection it is how many items meet the condition.</summary>
    public AttributeValue Actual { get; init; }

    /// <summary>Gets a value indicating whether the class of the attribute hides the value.</summary>
    public bool IsMasked { get; init; }

    /// <summary>Gets the number that is asked for: of items, or of a number compared with one; null for other conditions.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>Gets how much <see cref="Actual"/> lacks of <see cref="Threshold"/>; negative where it is beyond, null where there is no number of both.</summary>
    public decimal? Gap => Threshold is { } threshold and > -Furthest and < Furthest && Actual is { Type: AttributeType.Number, AsNumber: > -Furthest and < Furthest } ? threshold - Actual.AsNumber : null;

    /// <summary>Gets the first instant at which the condition holds otherwise with the same data, such as the one at which the oldest of two opens leaves its 30 days; null where time alone never changes it.</summary>
    public Instant? ChangesAt { get; init; }

    /// <summary>Renders the condition as a line of English text with the actual value, unless that is masked, the gap, and when it changes by time alone.</summary>
    public string ToText() => $"{this}{(Field.Length == 0 ? "" : $", {Found}")}{Missing}{(ChangesAt is { } at ? $", {(Holds ? "until" : "holds from")} {Moment(at)}" : "")}";

    /// <summary>Returns the condition and whether it holds, never the actual value.</summary>
    public override string ToString() => $"{Condition}: {(Holds ? "holds" : "does not hold")}";

    private string Found => IsMasked ? "value masked" : Actual.IsNone ? "no value" : $"found {Words(Actual)}";

    private string Missing => Gap switch
    {
        > 0 and var gap => $", {Number(gap)} below {Number(Threshold!.Value)}",
        < 0 and var gap => $", {Number(-gap)} above {Number(Threshold!.Value)}",
        _ => "",
    };

    private static string Words(AttributeValue value) => value.Type switch
    {
        AttributeType.Number => Number(value.AsNumber),
        AttributeType.Boolean => value.AsBoolean ? "true" : "false",
        AttributeType.Date => LocalDatePattern.Iso.Format(value.AsDate),
        AttributeType.Instant => Moment(value.AsInstant),
        AttributeType.TextSet => $"({string.Join(", ", value.AsTexts.Select(Quoted))})",
        AttributeType.NumberSet => $"({string.Join(", ", value.AsNumbers.Select(Number))})",
        _ => Quoted(value.AsText),
    };

    /// <summary>As in JSON, so that a text never ends the line.</summary>
    private static string Quoted(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Moment(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
