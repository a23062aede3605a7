using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Json;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>Reads a bundle and collects what is wrong with it.</summary>
internal sealed class BundleReader
{
    private readonly List<BundleFault> _faults = [];

    internal BundleReading Read(string json)
    {
        ReplayBundle? bundle = null;
        try
        {
            using var document = JsonDocument.Parse(DocumentText.ToUtf8(json));
            bundle = Read(document.RootElement);
        }
        catch (JsonException)
        {
            Malformed("bundle", "The text is not JSON.");
        }

        return new BundleReading { Bundle = _faults.Count == 0 ? bundle : null, Faults = [.. _faults] };
    }

    private ReplayBundle? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.Number || !schema.TryGetInt32(out var version) || version < 1)
        {
            Malformed("bundle", "A bundle is one object with its schema, a number from 1 on.");
            return null;
        }

        if (version > BundleJson.Schema)
        {
            _faults.Add(new BundleFault
            {
                Code = BundleFaultCodes.TooNew,
                Where = "schema",
                Sentence = string.Create(CultureInfo.InvariantCulture, $"The bundle is of a newer version; this version of the library reads up to {BundleJson.Schema}."),
            });
            return null;
        }

        return Build(root);
    }

    private ReplayBundle? Build(JsonElement root)
    {
        var rules = new BundledRulesReader(_faults).Read(root);
        var events = Events(root);
        ImmutableArray<string> outcome = Part(root, "outcome", e => e.EnumerateArray().Select(line => line.GetString()!).ToImmutableArray());
        var hash = Part(root, "outcomeHash", e => e.GetString());
        var tenant = Part(root, "tenant", e => TenantId.From(e.GetString()!));
        var candidate = Part(root, "candidate", e => CandidateId.From(e.GetString()!));
        var engine = Part(root, "engine", e => e.GetInt32());
        var zoneData = Part(root, "zoneData", e => e.GetString());
        var horizon = Part(root, "horizon", At);
        var redacted = Part(root, "redacted", e => e.GetBoolean());
        if (_faults.Count > 0)
        {
            return null;
        }

        var key = new RelationshipKey(tenant, candidate);
        Check(key, events, outcome, hash);
        return new ReplayBundle
        {
            Relationship = key,
            Events = events,
            Rules = rules!,
            Horizon = horizon,
            EngineVersion = engine,
            ZoneDataVersion = zoneData!,
            Redacted = redacted,
            Outcome = outcome,
            OutcomeHash = hash!,
        };
    }

    private void Check(RelationshipKey key, ImmutableArray<TimelineEvent> events, ImmutableArray<string> outcome, string? hash)
    {
        for (var i = 0; i < events.Length; i++)
        {
            if (events[i].Relationship != key || events[i].Class == EntryClass.Derived)
            {
                Malformed(Number("events", i), "An event of a bundle is a fact or an act of its own candidate.");
            }
        }

        if (!string.Equals(OutcomeText.HashOf(outcome), hash, StringComparison.Ordinal))
        {
            _faults.Add(new BundleFault { Code = BundleFaultCodes.OutcomeDiffers, Where = "outcome", Sentence = "The outcome does not have the hash that the bundle says; it was changed after it was exported." });
        }
    }

    private ImmutableArray<TimelineEvent> Events(JsonElement root)
    {
        var events = ImmutableArray.CreateBuilder<TimelineEvent>();
        foreach (var (element, i) in Part(root, "events", e => e.EnumerateArray().ToArray())?.Select((element, i) => (element, i)) ?? [])
        {
            try
            {
                events.Add(TimelineJson.Read(element.GetRawText()));
            }
            catch (DocumentTooNewException error)
            {
                _faults.Add(new BundleFault { Code = BundleFaultCodes.TooNew, Where = Number("events", i), Sentence = error.Message });
            }
            catch (JsonException error)
            {
                Malformed(Number("events", i), error.Message);
            }
        }

        return events.ToImmutable();
    }

    /// <summary>Reads a member; where it is missing or cannot be read, that is a fault and the default.</summary>
    private T? Part<T>(JsonElement root, string name, Func<JsonElement, T> read)
    {
        try
        {
            return read(root.GetProperty(name));
        }
        catch (Exception error) when (error is KeyNotFoundException || DocumentFault.IsForeign(error))
        {
            Malformed(name, "The member is missing, or its value is not of its type or beyond its bounds.");
            return default;
        }
    }

    internal static Instant At(JsonElement element) =>
        InstantText.TryRead(element.GetString(), out var at) ? at : throw new FormatException("An instant is an ISO 8601 text in UTC.");

    internal static string Number(string what, int place) => string.Create(CultureInfo.InvariantCulture, $"{what} {place + 1}");

    private void Malformed(string where, string sentence) => _faults.Add(new BundleFault { Code = BundleFaultCodes.Malformed, Where = where, Sentence = sentence });
}
