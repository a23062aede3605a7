using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Rules.Shapes;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>The faults that were found so far.</summary>
internal sealed class FaultNotes
{
    private const int Most = 1_000;

    private readonly List<SegmentFault> _faults = [];

    internal int Count => _faults.Count;

    /// <summary>Gets them in the order of the text; where there is none, in the order in which they were found.</summary>
    internal ImmutableArray<SegmentFault> All => [.. _faults.OrderBy(fault => fault.Offset ?? 0)];

    internal void Note(string code, Spot spot, string sentence, string? didYouMean = null)
    {
        if (_faults.Count < Most)
        {
            _faults.Add(new SegmentFault { Code = code, Where = spot.Where, Offset = spot.Offset, Sentence = sentence, DidYouMean = didYouMean });
        }
    }

    /// <summary>Notes a word that is none of those that may stand here.</summary>
    internal void Unknown(string code, RawName word, string what, IReadOnlyList<string> known) =>
        Note(code, word.Spot, Suggestion.For(what, word.Text, known), Suggestion.Nearest(word.Text, known));

    /// <summary>Notes members that nobody would read: a misspelt «not» must not widen a group, nor a misspelt offset move a window.</summary>
    internal void Members(JsonElement json, Spot spot, string[] known)
    {
        foreach (var member in json.EnumerateObject().Select(property => property.Name).Where(name => !known.Contains(name, StringComparer.Ordinal)))
        {
            Note(Codes.Malformed, spot, Suggestion.For("a member", member, known), Suggestion.Nearest(member, known));
        }

        foreach (var twice in json.EnumerateObject().GroupBy(property => property.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            Note(Codes.Malformed, spot, Suggestion.For("a member that may stand twice", twice.Key, known));
        }
    }

    internal void BadValue(Spot spot, string wanted) => Note(Codes.BadValue, spot, $"{wanted} belongs here.");
}
