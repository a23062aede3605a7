using System.Collections.Immutable;
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

    internal void BadValue(Spot spot, string wanted) => Note(Codes.BadValue, spot, $"{wanted} belongs here.");
}
