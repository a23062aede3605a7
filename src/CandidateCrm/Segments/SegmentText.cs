using System.Globalization;
using System.Text;
using CandidateCrm.Segments.Reading;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments;

/// <summary>
/// Rules as text, such as <c>country = "DE" and skills any of ("C#", "F#") and not lastContactedAt in last 90 days</c>. Written, a rule has one spelling;
/// read again it is the same rule. Words of the language may be written in any case; names of fields are exact, and stand in back-ticks where they are
/// no plain word. What is wrong is a list of faults, never an exception.
/// </summary>
public static class SegmentText
{
    /// <summary>The largest number of characters.</summary>
    public const int LongestText = 1 << 24;

    /// <summary>Writes a rule in its one spelling.</summary>
    /// <exception cref="InvalidSegmentException">The rule is deeper than any that can be read again.</exception>
    public static string Format(SegmentRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Depth <= SegmentRule.DeepestNesting
            ? rule.Accept(new TextWriting(new StringBuilder())).ToString()
            : throw new InvalidSegmentException([Fault(Codes.TooDeep, string.Create(CultureInfo.InvariantCulture, $"Groups stand at most {SegmentRule.DeepestNesting} deep within each other."))]);
    }

    /// <summary>Reads a rule, or says everything that is wrong with it, each with line and column.</summary>
    /// <param name="text">The text.</param>
    /// <param name="schema">The fields that it may name.</param>
    /// <param name="terms">What it is judged by beside the schema.</param>
    public static SegmentReading Parse(string text, SegmentSchema schema, SegmentTerms terms)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(terms);
        if (text.Length > LongestText)
        {
            return new SegmentReading { Faults = [Fault(Codes.TooLarge, string.Create(CultureInfo.InvariantCulture, $"A rule has at most {LongestText:N0} characters."))] };
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return new SegmentReading { Faults = [Fault(Codes.EmptyGroup, "A rule needs a condition; an empty one is not «everyone».")] };
        }

        var notes = new FaultNotes();
        return RuleBinder.Bind(new TextParser(text, notes).Whole(schema), schema, terms, notes);
    }

    private static SegmentFault Fault(string code, string sentence) => new() { Code = code, Where = string.Empty, Sentence = sentence };
}
