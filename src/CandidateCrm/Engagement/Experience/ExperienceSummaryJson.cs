using System.Buffers;
using System.Text;
using System.Text.Json;
using NodaTime.Text;

namespace CandidateCrm.Engagement;

/// <summary>
/// Summaries of experiences as JSON, for screens and for other programs. It is written only. Numbers are exact, without an exponent and without trailing zeros, so that the amounts of
/// <c>terms</c> add up to <c>score</c>; instants are ISO 8601 in UTC; what is not known is left out.
/// </summary>
public static class ExperienceSummaryJson
{
    /// <summary>The version of the form.</summary>
    public const int Schema = 1;

    /// <summary>Writes a summary as text.</summary>
    public static string Write(ExperienceSummary summary)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, summary);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes a summary as an object, into a document of the caller.</summary>
    public static void Write(Utf8JsonWriter writer, ExperienceSummary summary)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(summary);
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, Schema);
        if (summary.Score is { } score)
        {
            writer.WriteExact("score"u8, score);
        }

        writer.WriteNumber("count"u8, summary.Count);
        writer.WriteStartArray("terms"u8);
        foreach (var term in summary.Terms)
        {
            writer.WriteStartObject();
            writer.WriteString("kind"u8, Word(term.Kind));
            writer.WriteExact("weight"u8, term.Weight);
            writer.WriteExact("valence"u8, term.Valence);
            writer.WriteExact("amount"u8, term.Amount);
            Moment(writer, "moment"u8, term.Moment);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        Moment(writer, "worst"u8, summary.Worst);
        Moment(writer, "best"u8, summary.Best);
        writer.WriteNumber("repeatedId"u8, summary.RepeatedId);
        writer.WriteNumber("afterInstant"u8, summary.AfterInstant);
        writer.WriteEndObject();
    }

    private static void Moment(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ExperienceMoment? moment)
    {
        if (moment is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("id"u8, moment.Id.Value);
        writer.WriteString("at"u8, InstantPattern.ExtendedIso.Format(moment.At));
        writer.WriteExact("valence"u8, moment.Valence);
        Code(writer, "kind"u8, moment.Kind.IsAssigned ? moment.Kind.Value : null);
        Code(writer, "about"u8, moment.About.IsAssigned ? moment.About.Value : null);
        Code(writer, "application"u8, moment.Application.IsAssigned ? moment.Application.Value : null);
        writer.WriteEndObject();
    }

    private static void Code(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static string Word(ExperienceTermKind kind) => kind switch
    {
        ExperienceTermKind.Peak => "peak",
        ExperienceTermKind.End => "end",
        _ => "mean",
    };
}
