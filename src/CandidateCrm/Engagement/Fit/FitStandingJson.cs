using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace CandidateCrm.Engagement;

/// <summary>
/// Answers about fit as JSON, alone or beside engagement, for screens and for other programs. It is written only. Points are exact and those of <c>lines</c> add up; <c>percent</c> and <c>coverage</c> are
/// quotients, rounded half to even at 9 decimal places; instants are ISO 8601 in UTC; what is not known is left out.
/// </summary>
public static class FitStandingJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = 1;

    /// <summary>Writes fit and engagement side by side as text.</summary>
    public static string Write(FitStanding standing) => Text(writer => Write(writer, standing));

    /// <summary>Writes an answer as text.</summary>
    public static string Write(FitAnswer answer) => Text(writer => Write(writer, answer));

    /// <summary>Writes fit and engagement side by side as an object, into a document of the caller.</summary>
    public static void Write(Utf8JsonWriter writer, FitStanding standing)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(standing);
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, Schema);
        writer.WritePropertyName("fit"u8);
        Write(writer, standing.Fit);
        if (standing.Engagement is { } engagement)
        {
            writer.WriteString("engagement"u8, engagement.Value);
        }

        if (standing.Cell is { } cell)
        {
            writer.WriteString("cell"u8, cell.Value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes an answer as an object, into a document of the caller.</summary>
    public static void Write(Utf8JsonWriter writer, FitAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(answer);
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, Schema);
        writer.WriteString("model"u8, answer.Model.Value);
        writer.WriteNumber("version"u8, answer.Version);
        writer.WriteExact("percent"u8, decimal.Round(answer.Percent, ScoreBounds.Places));
        writer.WriteExact("coverage"u8, decimal.Round(answer.Coverage, ScoreBounds.Places));
        if (answer.Band is { } band)
        {
            writer.WriteString("band"u8, band.Value);
        }

        writer.WriteExact("earned"u8, answer.Earned);
        writer.WriteExact("known"u8, answer.Known);
        writer.WriteExact("possible"u8, answer.Possible);
        writer.WriteStartArray("lines"u8);
        foreach (var line in answer.Lines)
        {
            Line(writer, line);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter writer, FitLine line)
    {
        writer.WriteStartObject();
        writer.WriteString("criterion"u8, line.Criterion.Value);
        writer.WriteString("outcome"u8, line.Outcome switch { FitOutcome.Met => "met", FitOutcome.Missed => "missed", _ => "unknown" });
        writer.WriteExact("earned"u8, line.Earned);
        writer.WriteExact("points"u8, line.Points);
        if (!line.Justifications.IsEmpty)
        {
            writer.WriteStartArray("justifications"u8);
            foreach (var justification in line.Justifications)
            {
                writer.WriteStartObject();
                writer.WriteString("who"u8, justification.Who);
                writer.WriteString("why"u8, justification.Why);
                writer.WriteString("until"u8, InstantPattern.ExtendedIso.Format(justification.Until));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
