using System.Collections.Immutable;

namespace CandidateCrm.Rules;

/// <summary>Rules that somebody wants to publish: as an object, or as the JSON texts of its definitions. It may have faults; a review lists them.</summary>
public sealed record RulesDraft
{
    private RulesDraft(CrmRules? rules, ImmutableArray<string> documents)
    {
        Rules = rules;
        Documents = documents;
    }

    /// <summary>Gets the rules; null where the draft is made of documents.</summary>
    public CrmRules? Rules { get; }

    /// <summary>Gets the JSON texts of all definitions, settings included; empty where the draft is an object.</summary>
    public ImmutableArray<string> Documents { get; }

    /// <summary>Makes a draft of rules.</summary>
    public static RulesDraft Of(CrmRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return new RulesDraft(rules, []);
    }

    /// <summary>Makes a draft of the JSON texts of all its definitions, in any order.</summary>
    public static RulesDraft Of(IEnumerable<string> documents) => new(rules: null, [.. documents]);

    /// <summary>Returns what it is made of.</summary>
    public override string ToString() => Rules is null ? $"RulesDraft of {Documents.Length} documents" : "RulesDraft";
}
