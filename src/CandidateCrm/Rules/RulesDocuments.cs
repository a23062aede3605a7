using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>The stored form of rules: a manifest, and the documents of the definitions that it names.</summary>
public sealed record RulesDocuments
{
    /// <summary>Gets a row for each definition; <see cref="Of"/> gives them in ordinal order of their names, reading takes them in any.</summary>
    public required ImmutableArray<ManifestRow> Manifest { get; init; }

    /// <summary>Gets the documents, in any order; those that no row names are passed over.</summary>
    public required ImmutableArray<DefinitionDocument> Documents { get; init; }

    /// <summary>Returns the stored form of rules. The same rules always give the same.</summary>
    /// <exception cref="InvalidRulesException">The rules have faults; all of them are listed.</exception>
    public static RulesDocuments Of(CrmRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ImmutableArray<Definition> definitions = [.. RulesOrder.Definitions(rules).OrderBy(definition => definition.Name.ToString(), StringComparer.Ordinal)];
        ImmutableArray<string> texts = [.. definitions.Select(DefinitionText.Write)];
        ImmutableArray<RulesFault> faults = [.. WithoutRepetition(RulesReview.FaultsOf(rules), texts.SelectMany(text => DefinitionJson.Read(text).Faults))];
        if (!faults.IsEmpty)
        {
            throw new InvalidRulesException(faults);
        }

        ImmutableArray<DefinitionDocument> documents = [.. definitions.Zip(texts, DefinitionJson.Document)];
        return new RulesDocuments
        {
            Manifest = [.. definitions.Zip(documents, RowOf)],
            Documents = documents,
        };
    }

    /// <summary>Returns the row of a definition and its document.</summary>
    internal static ManifestRow RowOf(Definition definition, DefinitionDocument document) =>
        new() { Name = definition.Name, Version = definition.Version, Hash = document.Hash };

    // Of a pipeline without stages both the rules and its text say so.
    private static IEnumerable<RulesFault> WithoutRepetition(IEnumerable<RulesFault> ofRules, IEnumerable<RulesFault> ofTexts)
    {
        var said = ofRules.ToArray();
        var empty = said.Where(fault => fault.Code == RulesFaultCodes.PipelineEmpty).Select(fault => $"{fault.Where}:").ToArray();
        return said.Concat(ofTexts.Where(fault => fault.Code != RulesFaultCodes.CountInvalid || !empty.Any(where => fault.Where.StartsWith(where, StringComparison.Ordinal)))).Distinct();
    }

    /// <summary>
    /// Returns the rules. A definition that this version cannot read, or that is counted with one it cannot read, is left out and listed; the
    /// others are there all the same. Never throws.
    /// </summary>
    /// <param name="cache">Where definitions that were read before are found; with the same cache, the same hash gives the same object.</param>
    public RulesReading Read(DefinitionCache cache)
    {
        ArgumentNullException.ThrowIfNull(cache);
        return new RulesAssembly(this, cache).Read();
    }
}
