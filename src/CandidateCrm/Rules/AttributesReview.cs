using CandidateCrm.Segments;

namespace CandidateCrm.Rules;

/// <summary>Says what is wrong with the attributes that rules declare.</summary>
internal static class AttributesReview
{
    /// <summary>The largest number of attributes that rules declare.</summary>
    internal const int Most = 100;

    internal static IEnumerable<RulesFault> FaultsOf(CrmRules rules)
    {
        var known = rules.Attributes.Where(attribute => attribute.Key.IsAssigned).ToArray();
        return rules.Attributes.Where(attribute => !attribute.Key.IsAssigned).Select(_ => RulesReview.Unnamed("attributes"))
            .Concat(known.SelectMany(FaultsOf))
            .Concat(RulesReview.Twice("attribute", known.Select(attribute => attribute.Key.Value)))
            .Concat(rules.Attributes.Length <= Most ? [] : [RulesReview.Fault(RulesFaultCodes.AttributesTooMany, "attributes", FormattableString.Invariant($"Rules declare at most {Most} attributes, but these declare {rules.Attributes.Length}."))]);
    }

    /// <summary>Says whether an attribute alone is right.</summary>
    internal static bool IsRight(AttributeDefinition attribute) => attribute.Key.IsAssigned && !FaultsOf(attribute).Any();

    private static IEnumerable<RulesFault> FaultsOf(AttributeDefinition attribute)
    {
        var where = $"attribute {attribute.Key}";
        if (RelationshipFields.IsReserved(attribute.Key.Value))
        {
            yield return RulesReview.Fault(RulesFaultCodes.AttributeNameReserved, where, $"Rules about candidates call something else {attribute.Key}; give the attribute another name.");
        }

        if (attribute.Type == FieldType.Collection || (attribute.Class == AttributeClass.Contact && attribute.Type is not (FieldType.Text or FieldType.Code)))
        {
            yield return RulesReview.Fault(RulesFaultCodes.AttributeTypeUnfit, where, "An attribute has any type but a collection, and a contact is a text or code.");
        }

        if (attribute.Justification is not null && attribute.Class != AttributeClass.Proxy)
        {
            yield return RulesReview.Fault(RulesFaultCodes.AttributeTermsUnfit, where, "Only a proxy has a justification; make the attribute one, or leave the justification out.");
        }

        if (attribute.IsCaseSensitive && attribute.Type is not (FieldType.Text or FieldType.TextSet or FieldType.Code or FieldType.CodeSet))
        {
            yield return RulesReview.Fault(RulesFaultCodes.AttributeTermsUnfit, where, "Only texts, codes and their sets are compared with regard to case.");
        }
    }
}
