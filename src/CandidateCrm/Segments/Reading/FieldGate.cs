using CandidateCrm.Candidates;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>Whether the class and the home of an attribute allow what is done with it.</summary>
internal sealed class FieldGate(SegmentTerms terms, FaultNotes notes)
{
    /// <summary>Says whether a field may be used, and notes why not.</summary>
    /// <param name="field">The field.</param>
    /// <param name="spot">Where it is named.</param>
    /// <param name="isPresence">Whether only the presence of a value is asked.</param>
    /// <param name="isOfItem">Whether it belongs to an item; then the collection was judged for its home.</param>
    internal bool Lets(SegmentField field, Spot spot, bool isPresence, bool isOfItem)
    {
        if (Refusal(field, isPresence) is { } refusal)
        {
            notes.Note(Codes.ProtectedField, spot, refusal);
            return false;
        }

        if (terms.Use == SegmentUse.Kept && field.Home == FieldHome.Host && !isOfItem)
        {
            notes.Note(
                Codes.NotRecorded,
                spot,
                $"«{field.Name}» is read from the host's own tables, but only recorded attributes can serve here. Declare it as an attribute in the rules, and tell it with the fact {nameof(AttributesChanged)} through {nameof(ITenantCrm)}.{nameof(ITenantCrm.RecordAsync)} or {nameof(ITenantCrm)}.{nameof(ITenantCrm.SubmitAsync)}; in a schema of your own name the field as recorded.");
            return false;
        }

        return true;
    }

    private string? Refusal(SegmentField field, bool isPresence) => field.Class switch
    {
        AttributeClass.Protected => $"«{field.Name}» is protected: no rule may use it.",
        AttributeClass.Contact when !isPresence => $"«{field.Name}» is a way to reach somebody: a rule may only ask whether it has a value.",
        AttributeClass.Proxy when field.Justification is null => $"«{field.Name}» stands close to something protected: it needs a justification that says who, why and until when.",
        AttributeClass.Proxy when !field.Justification.IsInForce(terms.AsOf) => $"The justification of «{field.Name}» ended: it needs one in force that says who, why and until when.",
        _ => null,
    };
}
