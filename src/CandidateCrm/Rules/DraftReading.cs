using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>A draft in both forms, or everything that is wrong with it.</summary>
/// <param name="Rules">The rules; null where they could not be made.</param>
/// <param name="Stored">Their stored form; null where there are faults.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record DraftReading(CrmRules? Rules, RulesDocuments? Stored, ImmutableArray<RulesFault> Faults)
{
    internal static DraftReading Of(RulesDraft draft, DefinitionCache cache) =>
        draft.Rules is { } rules ? OfRules(rules, []) : OfDocuments(draft.Documents, cache);

    private static DraftReading OfRules(CrmRules rules, ImmutableArray<RulesFault> faults)
    {
        try
        {
            var stored = RulesDocuments.Of(rules);
            return new DraftReading(rules, faults.IsEmpty ? stored : null, faults);
        }
        catch (InvalidRulesException invalid)
        {
            return new DraftReading(rules, Stored: null, [.. faults.Concat(invalid.Faults).DistinctBy(fault => (fault.Code, fault.Sentence))]);
        }
    }

    private static DraftReading OfDocuments(ImmutableArray<string> texts, DefinitionCache cache)
    {
        var readings = texts.Select(DefinitionJson.Read).ToArray();
        ImmutableArray<RulesFault> faults = [.. readings.SelectMany(reading => reading.Faults)];
        ImmutableArray<Definition> definitions = [.. readings.Select(reading => reading.Definition).OfType<Definition>()];
        ImmutableArray<DefinitionDocument> documents = [.. definitions.Select(DefinitionJson.DocumentOf)];
        var assembled = new RulesDocuments
        {
            Manifest = [.. definitions.Zip(documents, (definition, document) => new ManifestRow { Name = definition.Name, Version = definition.Version, Hash = document.Hash })],
            Documents = documents,
        }.Read(cache);
        faults = [.. faults.Concat(assembled.Faults).DistinctBy(fault => (fault.Code, fault.Where, fault.Sentence))];
        return assembled.Rules is { } rules ? OfRules(rules, faults) : new DraftReading(Rules: null, Stored: null, faults);
    }
}
