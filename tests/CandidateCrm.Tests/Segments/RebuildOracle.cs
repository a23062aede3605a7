using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Segments;

/// <summary>After each pass evaluates every kept segment anew, and compares. Remembers the first difference.</summary>
internal sealed class RebuildOracle(Func<FoldPass, IReadOnlyList<TimelineEvent>, string?> judge) : PassObserver
{
    private readonly List<TimelineEvent> _told = [];

    internal string? Fault { get; private set; }

    internal override void Saw(FoldPass pass, in PassTerms terms, object?[] before, Reaction[] order, FoldResult result)
    {
        if (terms is { Cause: { Entry: TouchpointRecorded } told, IsMute: false })
        {
            _told.Add(told);
        }

        Fault ??= judge(pass, _told);
    }

    /// <summary>Says where stored membership is not what the rules, and people, say now.</summary>
    internal static string? Differs(FoldPass pass, IReadOnlyList<TimelineEvent> told) => Compare(pass, told, (segment, isMember, view) => segment.Predicate is { } predicate && !(predicate.JustifiedUntil <= pass.At)
        && predicate.At(pass.At, pass.Rules.Rules.Zone, (_, key) => isMember(key)).HoldsByNodes(view));

    /// <summary>As <see cref="Differs"/>, but for whoever would take the rules without what they refer to.</summary>
    internal static string? DiffersFromDataAlone(FoldPass pass, IReadOnlyList<TimelineEvent> told) =>
        Compare(pass, told, (segment, _, view) => segment.Predicate is { } predicate && predicate.At(pass.At, pass.Rules.Rules.Zone, (_, _) => false).HoldsByNodes(view));

    /// <summary>Says which segment gives another answer before its flip than it gives now, with the same data.</summary>
    internal static string? FlipsEarly(FoldPass pass, IReadOnlyList<TimelineEvent> told)
    {
        var state = pass.Draft.Freeze();
        foreach (var segment in pass.Rules.Segments.Kept.Where(each => each.Predicate is not null && state.Segments?.ChoiceOf(each.Key) is null && IsKnown(pass)))
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

    private static bool IsKnown(FoldPass pass) => SlicesBefore.Of(pass.Draft).IsAnything;

    private static string? Compare(FoldPass pass, IReadOnlyList<TimelineEvent> told, Func<SavedSegment, Func<SegmentKey, bool>, CandidateView, bool> holds)
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
                known[key] = isMember = IsKnown(pass) && (state.Segments?.ChoiceOf(key)?.IsIn ?? holds(segment, IsMember, CandidateView.Of(state, pass.At, told)));
            }

            return isMember;
        }

        var wanted = pass.Rules.Segments.Kept.Select(each => each.Key).Where(IsMember).Select(key => key.Value).Order(StringComparer.Ordinal);
        var found = state.Segments?.Standings.Where(each => each.IsMember).Select(each => each.Segment.Value) ?? [];
        return string.Join(' ', wanted) == string.Join(' ', found) ? null : $"[{string.Join(' ', found)}] instead of [{string.Join(' ', wanted)}] at {pass.Place}";
    }
}
