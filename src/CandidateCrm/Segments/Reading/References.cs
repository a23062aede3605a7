using System.Collections.Immutable;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>What a rule refers to: whether it is there, leads in no circle, and uses nothing that the rule itself must not use.</summary>
internal static class References
{
    internal static ImmutableArray<string> Known(SegmentTerms terms) => terms.Segments is { } known ? [.. known.Keys.Select(key => key.Value).Order(StringComparer.Ordinal)] : [];

    internal static void Judge(SegmentKey key, Spot spot, SegmentSchema schema, SegmentTerms terms, FaultNotes notes)
    {
        if (!key.IsAssigned || terms.Segments is not { } known)
        {
            if (key.IsAssigned && key == terms.SavedAs)
            {
                Circle(key, spot, notes);
            }

            return;
        }

        if (!known.ContainsKey(key) && key != terms.SavedAs)
        {
            notes.Unknown(Codes.UnknownSegment, new RawName(key.Value, spot), "a segment", Known(terms));
            return;
        }

        Walk(key, spot, (schema, terms with { Segments = null, SavedAs = null }), known, terms.SavedAs, notes);
    }

    /// <summary>Says which segments a rule names, each once, in its order.</summary>
    internal static ImmutableArray<SegmentKey> Of(SegmentRule rule) => rule.Depth > SegmentRule.DeepestNesting ? [] : [.. rule.Accept(NamedSegments.Instance).Distinct()];

    /// <summary>Goes through everything that can be reached, without recursion: a chain of references may be long.</summary>
    private static void Walk(
        SegmentKey start, Spot spot, (SegmentSchema Schema, SegmentTerms Terms) judged, IReadOnlyDictionary<SegmentKey, SegmentRule?> known, SegmentKey? savedAs, FaultNotes notes)
    {
        var done = new HashSet<SegmentKey>();
        var path = new HashSet<SegmentKey>();
        var open = new Stack<(SegmentKey Key, bool IsLeft)>([(start, false)]);
        while (open.TryPop(out var at))
        {
            if (at.IsLeft)
            {
                path.Remove(at.Key);
                done.Add(at.Key);
            }
            else if (path.Contains(at.Key) || at.Key == savedAs)
            {
                Circle(at.Key, spot, notes);
                return;
            }
            else if (!done.Contains(at.Key) && known.GetValueOrDefault(at.Key) is { } rule)
            {
                Through(at.Key, rule, spot, judged, notes);
                path.Add(at.Key);
                open.Push((at.Key, true));
                Array.ForEach([.. Of(rule)], next => open.Push((next, false)));
            }
        }
    }

    private static void Through(SegmentKey key, SegmentRule rule, Spot spot, (SegmentSchema Schema, SegmentTerms Terms) judged, FaultNotes notes)
    {
        foreach (var fault in SegmentReview.FaultsOf(rule, judged.Schema, judged.Terms).Where(fault => fault.Code is Codes.ProtectedField or Codes.NotRecorded))
        {
            notes.Note(fault.Code, spot, $"The segment {key} uses what this rule must not: {fault.Sentence}");
        }
    }

    private static void Circle(SegmentKey key, Spot spot, FaultNotes notes) =>
        notes.Note(Codes.CircularReference, spot, $"The segment {key} leads back to itself through its references.");
}
