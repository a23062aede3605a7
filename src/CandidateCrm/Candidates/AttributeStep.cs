using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>Keeps the attributes that the host tells. What is not declared, or not as it is told, is kept and noted: rules that declare it later find it there.</summary>
internal static class AttributeStep
{
    /// <summary>The largest number of attributes of one person that are kept beyond those that are declared.</summary>
    internal const int MostUndeclared = 100;

    internal static void Take(FoldPass pass, AttributesChanged changed)
    {
        var slice = pass.Draft.Candidate ?? new CandidateSlice();
        if (slice.Holds.ErasedAt is not null)
        {
            return;
        }

        var attributes = slice.Attributes;
        foreach (var field in changed.Values)
        {
            attributes = With(pass, attributes, field, changed.RowVersion);
        }

        if (attributes != slice.Attributes)
        {
            pass.Draft.Candidate = slice with { Attributes = attributes };
        }
    }

    /// <summary>Says whether rules protect something of a person, or keep less of it, that the rules before did not.</summary>
    internal static bool IsTouched(Draft draft, CompiledRules after)
    {
        foreach (var attribute in draft.Candidate?.Attributes ?? [])
        {
            if (Kept(after.FindAttribute(attribute.Name), attribute) != attribute)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Forgets what the rules in force do not keep.</summary>
    internal static void Cross(FoldPass pass)
    {
        if (pass.Draft.Candidate is { } slice)
        {
            pass.Draft.Candidate = slice with
            {
                Attributes = [.. slice.Attributes.Select(attribute => Kept(pass.Rules.FindAttribute(attribute.Name), attribute)).OfType<RecordedAttribute>()],
            };
        }
    }

    private static ImmutableArray<RecordedAttribute> With(FoldPass pass, ImmutableArray<RecordedAttribute> attributes, FactField told, long? version)
    {
        var declared = pass.Rules.FindAttribute(told.Name);
        Note(pass, declared, told);
        var place = PlaceOf(attributes, told.Name);
        var before = place >= 0 ? attributes[place] : null;
        if (version < before?.RowVersion)
        {
            return attributes;
        }

        var after = Kept(declared, new RecordedAttribute { Name = told.Name, Value = told.Value, RowVersion = version ?? before?.RowVersion });
        if (after == before)
        {
            return attributes;
        }

        if (after is null)
        {
            return attributes.RemoveAt(place);
        }

        if (before is not null)
        {
            return attributes.SetItem(place, after);
        }

        if (declared is null && attributes.Length >= MostUndeclared)
        {
            pass.Note(FindingCodes.AttributesTooMany, told.Name.Value);
            return attributes;
        }

        return attributes.Insert(~place, after);
    }

    private static void Note(FoldPass pass, AttributeDefinition? declared, FactField told)
    {
        if (declared is null)
        {
            pass.Note(FindingCodes.AttributeUndeclared, told.Name.Value);
        }
        else if (declared.Class == AttributeClass.Protected)
        {
            pass.Note(FindingCodes.AttributeProtected, told.Name.Value);
        }
        else if (!declared.Fits(told.Value))
        {
            pass.Note(FindingCodes.AttributeTypeWrong, told.Name.Value);
        }
    }

    /// <summary>Returns what is kept of an attribute: nothing of a protected one, of a contact only whether there is one, and of one without a value only its row version.</summary>
    private static RecordedAttribute? Kept(AttributeDefinition? declared, RecordedAttribute told)
    {
        var kept = declared?.Class switch
        {
            AttributeClass.Protected => null,
            AttributeClass.Contact when !told.Value.IsNone && told.Value != true => told with { Value = told.Value == false ? default : true },
            _ => told,
        };
        return kept is { Value.IsNone: true, RowVersion: null } ? null : kept;
    }

    private static int PlaceOf(ImmutableArray<RecordedAttribute> attributes, FactCode name)
    {
        for (var i = 0; i < attributes.Length; i++)
        {
            var order = string.CompareOrdinal(attributes[i].Name.Value, name.Value);
            if (order >= 0)
            {
                return order == 0 ? i : ~i;
            }
        }

        return ~attributes.Length;
    }
}
