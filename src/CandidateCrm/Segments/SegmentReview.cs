using System.Collections.Immutable;
using System.Globalization;
using CandidateCrm.Segments.Reading;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments;

/// <summary>Says what is wrong with a rule that was made in code, every fault at once, by the same judgement as text and JSON.</summary>
public static class SegmentReview
{
    /// <summary>Lists the faults; the places are those of the rule's JSON form. Empty for a rule that can be evaluated.</summary>
    public static ImmutableArray<SegmentFault> FaultsOf(SegmentRule rule, SegmentSchema schema, SegmentTerms terms) => Read(rule, schema, terms).Faults;

    /// <summary>Returns the rule, or its faults.</summary>
    internal static SegmentReading Read(SegmentRule rule, SegmentSchema schema, SegmentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(terms);
        var notes = new FaultNotes();
        if (rule.Depth > SegmentRule.DeepestNesting)
        {
            notes.Note(Codes.TooDeep, new Spot(string.Empty), string.Create(CultureInfo.InvariantCulture, $"Groups stand {rule.Depth} deep within each other; {SegmentRule.DeepestNesting} is the limit."));
            return new SegmentReading { Faults = notes.All };
        }

        return RuleBinder.Bind(RawOf.Rule(rule), schema, terms, notes);
    }
}
