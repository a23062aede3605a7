using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>
/// The end of a pass: evaluates the kept segments whose answer the pass can have changed, those that others refer to first, and says who came in and who left. A segment is evaluated where a part of the
/// relationship that its rule reads was replaced, where its answer changes by time now, where a segment that it refers to changed, where people decided, and where the rules changed; each at most once.
/// </summary>
internal sealed class MembershipStep
{
    private readonly FoldPass _pass;
    private readonly TenantSegments _segments;
    private readonly SegmentsSlice _slice;
    private readonly Dictionary<SegmentKey, SegmentStanding> _standings;
    private readonly HashSet<SegmentKey> _moved = [];
    private readonly FieldSources _changed;
    private readonly bool _isAnew;
    private readonly bool _isClosed;
    private readonly bool _wasClosed;
    private CandidateView? _view;

    internal MembershipStep(FoldPass pass)
    {
        _pass = pass;
        _segments = pass.Rules.Segments;
        _slice = pass.Draft.Segments ?? new SegmentsSlice();
        _standings = _slice.Standings.ToDictionary(each => each.Segment);
        _changed = pass.Before.ChangedIn(pass.Draft);
        _isClosed = pass.Draft.Candidate is { Holds.IsClosed: true };
        _wasClosed = pass.Before.Candidate is { Holds.IsClosed: true };
        _isAnew = !pass.Before.IsAnything || (pass.RulesBefore is { } before && !KeptSegments.AreSame(before.Rules, pass.Rules));
    }

    internal void Run()
    {
        foreach (var segment in _segments.Kept)
        {
            if (CauseOf(segment) is { } cause)
            {
                _pass.WorkOn(DefinitionKind.Segment, segment.Key.Value);
                Evaluate(segment, cause);
            }
        }

        if (_isAnew)
        {
            LeaveWhatIsGone();
        }

        Store();
    }

    /// <summary>Says why a segment has to be evaluated, by what comes first; null where nothing of this pass can have changed its answer.</summary>
    private SegmentChangeCause? CauseOf(SavedSegment segment)
    {
        if (_pass.RulesBefore is not null && (_isAnew || (segment.Sources & _changed) != FieldSources.None))
        {
            return SegmentChangeCause.Rule;
        }

        if (IsDecidedNow(segment.Key))
        {
            return SegmentChangeCause.Hand;
        }

        // What time changes at the instant of a fact is left to the alarm, which comes after it: a fact that was taken back must not speak for time.
        if (_pass.Place.Rank == TimelinePlace.AlarmRank && _standings.GetValueOrDefault(segment.Key)?.FlipsAt <= _pass.At)
        {
            return SegmentChangeCause.Time;
        }

        return _isAnew || _isClosed != _wasClosed || (segment.Sources & _changed) != FieldSources.None ? SegmentChangeCause.Data
            : _moved.Count > 0 && segment.References.Any(_moved.Contains) ? SegmentChangeCause.Reference
            : null;
    }

    private bool IsDecidedNow(SegmentKey key) =>
        _pass.Cause?.Entry is SegmentMembershipDecided decided && decided.Segment == key && !ReferenceEquals(_pass.Before.More.Segments, _pass.Draft.Segments);

    private void Evaluate(SavedSegment segment, SegmentChangeCause cause)
    {
        // Who was merged away or erased is in no segment, whatever rules and people say.
        var (isIn, flipsAt) = _isClosed ? (false, null) : _slice.ChoiceOf(segment.Key) is { } choice ? (choice.IsIn, null) : Answer(segment);
        var before = _standings.GetValueOrDefault(segment.Key);
        if (isIn == (before?.IsMember ?? false))
        {
            Keep(segment.Key, (before ?? new SegmentStanding { Segment = segment.Key }) with { FlipsAt = flipsAt });
            return;
        }

        _moved.Add(segment.Key);
        var after = (before ?? new SegmentStanding { Segment = segment.Key }) with { FlipsAt = flipsAt };
        after = isIn ? after with { Since = _pass.At, Version = segment.Definition.Version, Stays = after.Stays + 1 } : after with { Since = null };
        Keep(segment.Key, after);
        Say(after, segment.Definition.Version, cause);
    }

    /// <summary>Asks the rule. From the end of a justification on nobody is in by a rule that uses the proxy.</summary>
    private (bool IsIn, Instant? FlipsAt) Answer(SavedSegment segment)
    {
        if (segment.Predicate is not { } predicate || predicate.JustifiedUntil <= _pass.At)
        {
            return (false, null);
        }

        _view ??= View();
        var test = predicate.At(_pass.At, _pass.Rules.Rules.Zone, MembershipPass.OfView);
        _pass.Asked.Add(segment.Key);
        return (test.Holds(_view), FlipOf(predicate, test, _view));
    }

    private static Instant? FlipOf(SegmentPredicate<CandidateView> predicate, SegmentTest<CandidateView> test, CandidateView view)
    {
        var flip = test.NextFlip(view);
        var next = predicate.JustifiedUntil is { } until && !(flip <= until) ? until : flip;
        return next is { } at ? Ceil(at) : null;
    }

    // At the microsecond before it the answer is still the old one, so that an alarm there would ring for nothing, again and again.
    private static Instant Ceil(Instant at) => Microseconds.Floor(at) is var floor && floor < at ? floor + Duration.FromTicks(10) : at;

    private CandidateView View()
    {
        var view = CandidateView.Kept(_pass.Draft.Freeze(), _pass.At, _segments.Touches);
        view.Memberships = key => _standings.GetValueOrDefault(key)?.IsMember ?? false;
        return view;
    }

    /// <summary>Has a candidate leave the segments that the rules keep no more.</summary>
    private void LeaveWhatIsGone()
    {
        foreach (var standing in _slice.Standings)
        {
            if (_segments.Find(standing.Segment) is { IsStored: true })
            {
                continue;
            }

            Keep(standing.Segment, standing with { Since = null, FlipsAt = null });
            if (standing.IsMember)
            {
                Say(standing, 0, SegmentChangeCause.Rule, hasLeft: true);
            }
        }
    }

    private void Say(SegmentStanding standing, int version, SegmentChangeCause cause, bool hasLeft = false) =>
        _pass.Raise(standing.IsMember && !hasLeft
            ? new SegmentEntered { Segment = standing.Segment, Version = version, At = _pass.At, Cause = cause, Ordinal = standing.Stays }
            : new SegmentLeft { Segment = standing.Segment, Version = version, At = _pass.At, Cause = cause, Ordinal = standing.Stays });

    // Who never was in, and will not be by time alone, leaves nothing behind.
    private void Keep(SegmentKey key, SegmentStanding standing)
    {
        if (standing is { Stays: 0, FlipsAt: null })
        {
            _standings.Remove(key);
        }
        else
        {
            _standings[key] = standing;
        }
    }

    private void Store()
    {
        var standings = _pass.Draft.Candidate is { Holds.ErasedAt: not null } ? [] : _standings.Values.OrderBy(each => each.Segment.Value, StringComparer.Ordinal).ToArray();
        if (!standings.AsSpan().SequenceEqual(_slice.Standings.AsSpan()))
        {
            _pass.Draft.Segments = _slice with { Standings = [.. standings] };
        }

        if (_pass.Draft.Segments is { Standings.IsEmpty: true, Choices.IsEmpty: true, Touches: null })
        {
            _pass.Draft.Segments = null;
        }
    }
}
