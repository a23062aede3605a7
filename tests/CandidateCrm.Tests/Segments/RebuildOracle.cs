using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Segments;

/// <summary>After each pass evaluates every kept segment anew, and compares. Remembers the first difference.</summary>
internal sealed class RebuildOracle(TimelineEvent[] told, Func<FoldPass, TimelineEvent[], string?> judge) : PassObserver
{
    private readonly TimelineEvent[] _line = True(told);
    private readonly List<EventId> _seen = [];

    internal string? Fault { get; private set; }

    internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
    {
        if (terms.Cause is { } cause)
        {
            _seen.Add(cause.Id);
        }

        // Several may stand in one place: of these only the ones that had their pass.
        Fault ??= judge(pass, [.. _line.Where(one => one.Place < pass.Place || (one.Place == pass.Place && _seen.Contains(one.Id))).OrderBy(one => one.Place).ThenBy(one => _seen.IndexOf(one.Id))]);
    }

    /// <summary>Says where stored membership is not what the rules, and people, say now.</summary>
    internal static string? Differs(FoldPass pass, TimelineEvent[] told) => Compare(pass, told, (segment, isMember, view) => segment.Predicate is { } predicate && !(predicate.JustifiedUntil <= pass.At)
        && predicate.At(pass.At, pass.Rules.Rules.Zone, (_, key) => isMember(key)).HoldsByNodes(view));

    /// <summary>As <see cref="Differs"/>, but for whoever would take the rules without what they refer to.</summary>
    internal static string? DiffersFromDataAlone(FoldPass pass, TimelineEvent[] told) =>
        Compare(pass, told, (segment, _, view) => segment.Predicate is { } predicate && predicate.At(pass.At, pass.Rules.Rules.Zone, (_, _) => false).HoldsByNodes(view));

    /// <summary>Says which segment gives another answer before its flip than it gives now, with the same data.</summary>
    internal static string? FlipsEarly(FoldPass pass, TimelineEvent[] told)
    {
        var state = pass.Draft.Freeze();
        foreach (var segment in pass.Rules.Segments.Kept.Where(each => each.Predicate is not null && ByHand(told, each.Key) is null && IsThere(pass, told)))
        {
            var flip = state.Segments?.Find(segment.Key)?.FlipsAt ?? pass.At + Duration.FromDays(20);
            foreach (var part in new[] { 0.01, 0.3, 0.6, 0.99999 })
            {
                var at = pass.At + ((flip - pass.At) * part);
                var view = CandidateView.Of(state, pass.At, told);
                view.Memberships = key => state.Segments?.Find(key)?.IsMember ?? false;
                if (flip > pass.At && segment.Predicate!.At(at, pass.Rules.Rules.Zone, MembershipPass.OfView).HoldsByNodes(view) != (state.Segments?.Find(segment.Key)?.IsMember ?? false))
                {
                    return $"{segment.Key} at {at}";
                }
            }
        }

        return null;
    }

    /// <summary>Says whether there is anybody to ask about, by the facts: something is known of them, and they were neither merged away nor erased.</summary>
    private static bool IsThere(FoldPass pass, TimelineEvent[] told)
    {
        var isClosed = false;
        foreach (var one in told)
        {
            switch (one.Entry)
            {
                case CandidateErased:
                    return false;
                case CandidateMerged merged when merged.Into != one.Relationship.Candidate:
                    isClosed = true;
                    break;
                case CandidateUnmerged:
                    isClosed = false;
                    break;
            }
        }

        return !isClosed && (pass.Draft.Freeze() is { Candidate: not null } or { Contact: not null } or { Lifecycle: not null } or { Applications: not null } or { Charter: not null } or { Engagement: not null } or { Segments: not null });
    }

    /// <summary>Says what people decided last, by the facts; null where they left it to the rule.</summary>
    private static bool? ByHand(TimelineEvent[] told, SegmentKey segment) =>
        told.Select(one => one.Entry).OfType<SegmentMembershipDecided>().LastOrDefault(decided => decided.Segment == segment)?.Decision switch
        {
            SegmentDecision.PutIn => true,
            SegmentDecision.TakenOut => false,
            _ => null,
        };

    /// <summary>Leaves out what was told twice, and what was taken back.</summary>
    private static TimelineEvent[] True(TimelineEvent[] told)
    {
        var retractions = told.Select(one => one.Entry).OfType<FactsRetracted>().ToList();
        return [.. told.Where(one => !retractions.Exists(back => back.Events.Contains(one.Id) || (one.Batch.IsAssigned && back.Batch == one.Batch))).OrderBy(one => one.Place).DistinctBy(one => one.Id)];
    }

    private static string? Compare(FoldPass pass, TimelineEvent[] told, Func<SavedSegment, Func<SegmentKey, bool>, CandidateView, bool> holds)
    {
        // What time changes at the very instant of a fact comes with the alarm behind it.
        if (pass.Draft.NextChangeAt == pass.At || pass.Draft.IsFaulted("segments"))
        {
            return null;
        }

        var state = pass.Draft.Freeze();
        var known = new Dictionary<SegmentKey, bool>();
        bool IsMember(SegmentKey key)
        {
            if (!known.TryGetValue(key, out var isMember))
            {
                var segment = pass.Rules.Segments.Find(key)!;
                known[key] = isMember = IsThere(pass, told) && (ByHand(told, key) ?? holds(segment, IsMember, CandidateView.Of(state, pass.At, told)));
            }

            return isMember;
        }

        var wanted = pass.Rules.Segments.Kept.Select(each => each.Key).Where(IsMember).Select(key => key.Value).Order(StringComparer.Ordinal);
        var found = state.Segments?.Standings.Where(each => each.IsMember).Select(each => each.Segment.Value) ?? [];
        return string.Join(' ', wanted) == string.Join(' ', found) ? null : $"[{string.Join(' ', found)}] instead of [{string.Join(' ', wanted)}] at {pass.Place}";
    }
}
