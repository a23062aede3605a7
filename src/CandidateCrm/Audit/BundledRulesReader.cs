using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>Reads the rules of a bundle. A definition that cannot be read is a fault with the codes of its own faults: nothing stands in for it.</summary>
internal sealed class BundledRulesReader(List<BundleFault> faults)
{
    private readonly Dictionary<string, DefinitionDocument> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ManifestRow> _rows = new(StringComparer.Ordinal);
    private readonly DefinitionCache _cache = new();

    /// <summary>Reads the entries of the log; null where there are faults.</summary>
    internal ActivationLog? Read(JsonElement root)
    {
        var before = faults.Count;
        try
        {
            foreach (var member in root.GetProperty("definitions").EnumerateObject())
            {
                Keep(member.Name, member.Value.GetRawText());
            }

            var entries = root.GetProperty("rules").EnumerateArray().Select(Entry).ToArray();
            return faults.Count == before ? ActivationLog.Of(entries!) : null;
        }
        catch (Exception error) when (error is KeyNotFoundException || DocumentFault.IsForeign(error))
        {
            Malformed("rules", "The rules are missing, or a part of them is not of its type or beyond its bounds.");
            return null;
        }
    }

    /// <summary>Reads a definition in whatever spelling, and finds it by the hash of its one spelling.</summary>
    private void Keep(string hash, string json)
    {
        var reading = DefinitionJson.Read(json);
        if (reading.Definition is not { } definition)
        {
            faults.AddRange(reading.Faults.Select(fault => new BundleFault { Code = fault.Code, Where = fault.Where, Sentence = fault.Sentence }));
            return;
        }

        var document = DefinitionJson.DocumentOf(definition);
        if (!string.Equals(document.Hash.Value, hash, StringComparison.Ordinal))
        {
            faults.Add(new BundleFault { Code = RulesFaultCodes.HashDiffers, Where = $"definition {definition.Name}", Sentence = "The definition does not have the hash that it is kept under; it was changed after it was exported." });
            return;
        }

        _documents[hash] = document;
        _rows[hash] = RulesDocuments.RowOf(definition, document);
    }

    private Activation? Entry(JsonElement element, int place)
    {
        var hashes = element.GetProperty("definitions").EnumerateArray().Select(hash => hash.GetString()!).ToArray();
        if (hashes.FirstOrDefault(hash => !_rows.ContainsKey(hash)) is not null)
        {
            if (faults.Count == 0)
            {
                Malformed(BundleReader.Number("rules", place), "An entry names a definition that is not there.");
            }

            return null;
        }

        var stored = new RulesDocuments { Manifest = [.. hashes.Select(hash => _rows[hash])], Documents = [.. hashes.Select(hash => _documents[hash])] };
        var reading = stored.Read(_cache);
        faults.AddRange(reading.Faults.Select(fault => new BundleFault { Code = fault.Code, Where = fault.Where, Sentence = fault.Sentence }));
        return reading.Rules is not { } rules ? null : new Activation
        {
            Position = element.GetProperty("position").GetInt64(),
            EffectiveFrom = element.TryGetProperty("effectiveFrom", out var from) ? BundleReader.At(from) : Instant.MinValue,
            Rules = rules,
            Modes = FeatureModes.Of([.. element.GetProperty("modes").EnumerateArray().Select(ModeOf)]),
            Suspended = [.. element.GetProperty("suspended").EnumerateArray().Select(NameOf)],
        };
    }

    private static FeatureMode ModeOf(JsonElement element) => new()
    {
        Feature = element.TryGetProperty("feature", out var feature) ? FeatureCode.From(feature.GetString()!) : default,
        Mode = WordOf(element.GetProperty("mode").GetString()),
        EffectsFrom = element.TryGetProperty("effectsFrom", out var from) ? BundleReader.At(from) : null,
    };

    private static Mode WordOf(string? word) =>
        EnumWords<Mode>.Words.Select((each, place) => (each, place)).FirstOrDefault(each => string.Equals(each.each.Value, word, StringComparison.Ordinal)) is { each.Value: not "" } found
            ? EnumWords<Mode>.Values[found.place]
            : throw new FormatException("A mode is one of the words for it.");

    private static DefinitionName NameOf(JsonElement element) =>
        element.GetString()!.Split('/', 2) is [var kind, var key]
            ? new DefinitionName(DefinitionKind.From(kind), key)
            : throw new FormatException("A definition is named by kind and key.");

    private void Malformed(string where, string sentence) => faults.Add(new BundleFault { Code = BundleFaultCodes.Malformed, Where = where, Sentence = sentence });
}
