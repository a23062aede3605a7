using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>
/// Bundles as JSON, version 1: one object with the events, the entries of the activation log, each definition once, and the outcome. Read, blanks and
/// the order of members do not matter; what is wrong is a list of faults, never an exception.
/// </summary>
public static class BundleJson
{
    /// <summary>The version of the document.</summary>
    public const int Schema = 1;

    // A file, not a web page: marks that nobody needs to escape stay readable.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a bundle as JSON text.</summary>
    /// <exception cref="InvalidRulesException">The rules have faults, so that they could not be read again; all of them are listed.</exception>
    public static string Write(ReplayBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var buffer = new ArrayBufferWriter<byte>(16_384);
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            Write(writer, bundle);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a bundle, or says everything that is wrong with its text.</summary>
    public static BundleReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new BundleReader().Read(json);
    }

    private static void Write(Utf8JsonWriter writer, ReplayBundle bundle)
    {
        writer.WriteStartObject();
        writer.WriteNumber("schema"u8, Schema);
        writer.WriteNumber("engine"u8, bundle.EngineVersion);
        writer.WriteString("zoneData"u8, bundle.ZoneDataVersion);
        writer.WriteString("tenant"u8, bundle.Relationship.Tenant.Value);
        writer.WriteString("candidate"u8, bundle.Relationship.Candidate.Value);
        EnvelopeWriter.At(writer, "horizon"u8, bundle.Horizon);
        writer.WriteBoolean("redacted"u8, bundle.Redacted);
        WriteRules(writer, bundle.Rules);
        writer.WriteStartArray("events"u8);
        foreach (var one in bundle.Events)
        {
            TimelineJson.Write(writer, one);
        }

        writer.WriteEndArray();
        writer.WriteString("outcomeHash"u8, bundle.OutcomeHash);
        writer.WriteStartArray("outcome"u8);
        foreach (var line in bundle.Outcome)
        {
            writer.WriteStringValue(line);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteRules(Utf8JsonWriter writer, ActivationLog log)
    {
        var stored = log.Entries.Select(entry => (Entry: entry, Documents: RulesDocuments.Of(entry.Rules))).ToArray();
        writer.WriteStartArray("rules"u8);
        foreach (var (entry, documents) in stored)
        {
            writer.WriteStartObject();
            writer.WriteNumber("position"u8, entry.Position);
            if (entry.EffectiveFrom != Instant.MinValue)
            {
                EnvelopeWriter.At(writer, "effectiveFrom"u8, entry.EffectiveFrom);
            }

            writer.WriteStartArray("definitions"u8);
            foreach (var row in documents.Manifest)
            {
                writer.WriteStringValue(row.Hash.Value);
            }

            writer.WriteEndArray();
            WriteModes(writer, entry);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartObject("definitions"u8);
        foreach (var document in stored.SelectMany(each => each.Documents.Documents).DistinctBy(document => document.Hash).OrderBy(document => document.Hash.Value, StringComparer.Ordinal))
        {
            writer.WritePropertyName(document.Hash.Value);
            writer.WriteRawValue(document.Json, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    private static void WriteModes(Utf8JsonWriter writer, Activation entry)
    {
        writer.WriteStartArray("modes"u8);
        foreach (var row in entry.Modes.Rows)
        {
            writer.WriteStartObject();
            writer.Code("feature"u8, row.Feature);
            writer.Word("mode"u8, row.Mode);
            if (row.EffectsFrom is { } from)
            {
                EnvelopeWriter.At(writer, "effectsFrom"u8, from);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("suspended"u8);
        foreach (var name in entry.Suspended)
        {
            writer.WriteStringValue(name.ToString());
        }

        writer.WriteEndArray();
    }
}
