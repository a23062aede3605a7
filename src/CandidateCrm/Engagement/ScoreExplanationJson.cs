using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CandidateCrm.Rules.Shapes;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Engagement;

/// <summary>
/// Explanations of scores as JSON, for screens and for other programs. It is written only. Numbers are exact, without an exponent and without trailing zeros, so that the values of
/// <c>lines</c> and the amounts of <c>adjustments</c> add up to <c>score</c>; instants are ISO 8601 in UTC; what is not known is left out.
/// </summary>
public static class ScoreExplanationJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = 1;

    /// <summary>Writes an explanation as text.</summary>
    public static string Write(ScoreExplanation explanation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, explanation);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes an explanation as an object, into a document of the caller.</summary>
    public static void Write(Utf8JsonWriter writer, ScoreExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(explanation);
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, Schema);
        writer.WriteString("model"u8, explanation.Model.Value);
        writer.WriteNumber("version"u8, explanation.ModelVersion);
        Moment(writer, "at"u8, explanation.At);
        Number(writer, "score"u8, explanation.Score);
        if (explanation.Band is { } band)
        {
            writer.WriteString("band"u8, band.Value);
        }

        Number(writer, "fadedBelow"u8, explanation.FadedBelow);
        WriteLines(writer, explanation);
        WriteAdjustments(writer, explanation);
        WriteTenure(writer, explanation.Tenure);
        WriteIgnored(writer, explanation.Ignored, explanation.UnknownKinds);
        writer.WriteEndObject();
    }

    private static void WriteLines(Utf8JsonWriter writer, ScoreExplanation explanation)
    {
        writer.WriteStartArray("lines"u8);
        foreach (var line in explanation.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, line.Kind.Value);
            writer.WriteNumber("count"u8, line.Count);
            Number(writer, "raw"u8, line.Raw);
            Number(writer, "value"u8, line.Value);
            Moment(writer, "newestAt"u8, line.NewestAt);
            Moment(writer, "fallsBelowAt"u8, line.FallsBelowAt);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteAdjustments(Utf8JsonWriter writer, ScoreExplanation explanation)
    {
        writer.WriteStartArray("adjustments"u8);
        foreach (var adjustment in explanation.Adjustments)
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, Word(adjustment.Kind));
            if (adjustment.Group is { } group)
            {
                writer.WriteString("group"u8, group.Value);
            }

            Number(writer, "amount"u8, adjustment.Amount);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteTenure(Utf8JsonWriter writer, Tenure tenure)
    {
        writer.WriteStartObject("tenure"u8);
        Moment(writer, "firstContactAt"u8, tenure.FirstContactAt);
        if (tenure.FirstContactIsBound)
        {
            writer.WriteBoolean("firstContactIsBound"u8, true);
        }

        writer.WriteNumber("count"u8, tenure.Count);
        Number(writer, "lifetimeRaw"u8, tenure.LifetimeRaw);
        writer.WriteEndObject();
    }

    private static void WriteIgnored(Utf8JsonWriter writer, IgnoredTouches? ignored, ImmutableArray<TouchKindCount> unknownKinds)
    {
        if (ignored is null)
        {
            return;
        }

        writer.WriteStartObject("ignored"u8);
        writer.WriteNumber("repeatedId"u8, ignored.RepeatedId);
        writer.WriteNumber("afterInstant"u8, ignored.AfterInstant);
        writer.WriteNumber("unknownKind"u8, ignored.UnknownKind);
        if (!unknownKinds.IsDefaultOrEmpty)
        {
            WriteKinds(writer, unknownKinds);
        }

        if (ignored.NothingNew > 0)
        {
            writer.WriteNumber("nothingNew"u8, ignored.NothingNew);
        }

        if (ignored.TakenBack > 0)
        {
            writer.WriteNumber("takenBack"u8, ignored.TakenBack);
        }

        writer.WriteEndObject();
    }

    private static void WriteKinds(Utf8JsonWriter writer, ImmutableArray<TouchKindCount> kinds)
    {
        writer.WriteStartArray("unknownKinds"u8);
        foreach (var each in kinds)
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, each.Kind.Value);
            writer.WriteNumber("count"u8, each.Count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string Word(ScoreAdjustmentKind kind) => kind switch
    {
        ScoreAdjustmentKind.GroupCap => "groupCap",
        ScoreAdjustmentKind.Ceiling => "ceiling",
        _ => "floor",
    };

    private static void Number(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(DecimalText.Write(value));
    }

    private static void Moment(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Instant? at)
    {
        if (at is { } moment)
        {
            writer.WriteString(name, InstantPattern.ExtendedIso.Format(moment));
        }
    }
}
