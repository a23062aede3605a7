using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>A draft in both forms, or everything that is wrong with it.</summary>
/// <param name="Rules">The rules; null where they could not be made.</param>
/// <param name="Stored">Their stored form; null where there are faults.</param>
/// <param name="Faults">What is wrong.</param>
internal sealed record DraftReading(CrmRules? Rules, RulesDocuments? Stored, ImmutableArray<RulesFault> Faults)
{
    /// <summary>Gets a row for each definition that could be read, also where others have faults.</summary>
    internal required ImmutableArray<ManifestRow> Rows { get; init; }

    internal static DraftReading Of(RulesDraft draft, DefinitionCache cache, TenantLog log) =>
        draft.Rules is { } rules ? OfRules(RulesZones.Resolved(rules, log), []) : OfDocuments(draft.Documents, cache, log);

    private static DraftReading OfRules(CrmRules rules, ImmutableArray<RulesFault> faults)
    {
        try
        {
            var stored = RulesDocuments.Of(rules);
            return new DraftReading(rules, faults.IsEmpty ? stored : null, faults) { Rows = stored.Manifest };
        }
        catch (InvalidRulesException invalid)
        {
            // A definition that was left out is missed by the others, too: that is said once.
            var said = faults.Select(fault => (fault.Code, fault.Sentence)).ToHashSet();
            return new DraftReading(rules, Stored: null, [.. faults, .. invalid.Faults.Where(fault => !said.Contains((fault.Code, fault.Sentence)))])
            {
                Rows = [.. RowsOf(rules)],
            };
        }
    }

    private static DraftReading OfDocuments(ImmutableArray<string> texts, DefinitionCache cache, TenantLog log)
    {
        var readings = texts.Select(DefinitionJson.Read).ToArray();
        ImmutableArray<RulesFault> faults = [.. readings.SelectMany((reading, i) => reading.Faults.Select(fault => Named(fault, i + 1)))];
        ImmutableArray<Definition> definitions = [.. readings.Select(reading => reading.Definition).OfType<Definition>()];
        ImmutableArray<DefinitionDocument> documents = [.. definitions.Select(DefinitionJson.DocumentOf)];
        ImmutableArray<ManifestRow> rows = [.. definitions.Zip(documents, RulesDocuments.RowOf)];
        var assembled = new RulesDocuments { Manifest = rows, Documents = documents }.Read(cache);
        faults = [.. faults.Concat(assembled.Faults).DistinctBy(fault => (fault.Code, fault.Where, fault.Sentence))];
        return (assembled.Rules is { } rules ? OfRules(RulesZones.Resolved(rules, log), faults) : new DraftReading(Rules: null, Stored: null, faults) { Rows = [] }) with { Rows = [.. rows.Where(row => row.Name.Kind != DefinitionKind.Zone)] };
    }

    // Only what can be read again has a place in a manifest.
    private static IEnumerable<ManifestRow> RowsOf(CrmRules rules) =>
        from definition in RulesOrder.Definitions(rules)
        let text = DefinitionText.Write(definition)
        where DefinitionJson.Read(text).Faults.IsEmpty
        select RulesDocuments.RowOf(definition, DefinitionJson.Document(definition, text));

    // What cannot be read has no name; its place in the list says which it is.
    private static RulesFault Named(RulesFault fault, int number) =>
        fault.Where == DefinitionText.Unnamed ? fault with { Where = FormattableString.Invariant($"document {number}") } : fault;
}
