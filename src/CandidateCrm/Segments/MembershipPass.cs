using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Who one candidate is to the segments of a tenant at one instant: each segment is evaluated at most once, those that it refers to before it.</summary>
internal sealed class MembershipPass
{
    private readonly TenantSegments _segments;
    private readonly CandidateView _view;
    private readonly DateTimeZone _zone;
    private readonly Dictionary<SegmentKey, bool> _known = [];

    internal MembershipPass(TenantSegments segments, CandidateView view, DateTimeZone zone)
    {
        _segments = segments;
        _view = view;
        _zone = zone;
        view.Memberships = IsMember;
    }

    /// <summary>Gets who a view is to segments, for rules that refer to some.</summary>
    internal static Func<CandidateView, SegmentKey, bool> OfView { get; } = static (view, key) => view.Memberships!(key);

    /// <summary>Gets a value indicating whether the candidate was merged away or erased: then they are in no segment, and no rule holds for them.</summary>
    internal bool IsClosed => _view.Relationship.Candidate is { Holds.IsClosed: true };

    /// <summary>Says whether the candidate is in; false for a segment that there is not.</summary>
    internal bool IsMember(SegmentKey key)
    {
        if (!_known.TryGetValue(key, out var isMember))
        {
            isMember = !IsClosed && _segments.Find(key) is { } segment && Answer(segment);
            _known.Add(key, isMember);
        }

        return isMember;
    }

    // Of a kept segment the stored membership counts, decisions by hand included.
    private bool Answer(SavedSegment segment) => segment.IsStored
        ? _view.Relationship.Segments?.Find(segment.Key)?.IsMember ?? false
        : _view.Relationship.Segments?.ChoiceOf(segment.Key)?.IsIn ?? Holds(segment);

    private bool Holds(SavedSegment segment) => segment.Predicate is { } predicate && !(predicate.JustifiedUntil <= _view.At) && predicate.At(_view.At, _zone, OfView).Holds(_view);
}
