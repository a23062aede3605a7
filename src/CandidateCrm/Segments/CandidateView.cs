using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Segments.Touches;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A candidate at one instant, as rules see them: the relationship, and of its timeline the touchpoints. Not for several threads at once.</summary>
public sealed class CandidateView
{
    private readonly IReadOnlyList<Touchpoint>? _touchpoints;
    private string[]? _roles;
    private string[]? _sources;
    private ApplicationState[]? _applications;

    private CandidateView(Relationship relationship, Instant at, IReadOnlyList<Touchpoint>? touchpoints)
    {
        Relationship = relationship;
        At = at;
        _touchpoints = touchpoints;
    }

    /// <summary>Gets the relationship as of the instant.</summary>
    public Relationship Relationship { get; }

    /// <summary>Gets the instant.</summary>
    public Instant At { get; }

    /// <summary>Gets or sets who the candidate is to segments, for rules that refer to some.</summary>
    internal Func<SegmentKey, bool>? Memberships { get; set; }

    /// <summary>Gets the touchpoints up to the instant, in the order of the line.</summary>
    /// <exception cref="InvalidOperationException">The view was made without a timeline.</exception>
    internal IReadOnlyList<Touchpoint> Touchpoints =>
        _touchpoints ?? throw new InvalidOperationException("The rule asks for touchpoints, but the view was made without the timeline; give it to CandidateView.Of.");

    internal Instant? FirstContactAt => Relationship.Contact?.FirstTouchpointAt;

    internal IReadOnlyList<string> Roles => _roles ??= [.. Relationship.Lifecycle?.Roles.Where(role => role.IsHeld).Select(role => role.Role.Value) ?? []];

    internal IReadOnlyList<string> Sources => _sources ??= [.. Relationship.Candidate?.Origins.Select(origin => origin.Source.Value).Distinct(StringComparer.Ordinal) ?? []];

    /// <summary>Gets the applications; what the host deleted is none any more.</summary>
    internal IReadOnlyList<ApplicationState> Applications => _applications ??= [.. Relationship.Applications?.All.Where(each => each.Status != ApplicationStatus.Removed) ?? []];

    internal ImmutableArray<Promise> Promises => Relationship.Charter?.Promises ?? [];

    /// <summary>Takes a relationship as of an instant.</summary>
    /// <param name="relationship">The relationship, as of the instant.</param>
    /// <param name="at">The instant.</param>
    /// <param name="timeline">What was told, without what was taken back, in the order of the line; what is later than the instant is left out. Null where no rule asks for touchpoints.</param>
    public static CandidateView Of(Relationship relationship, Instant at, IEnumerable<TimelineEvent>? timeline = null)
    {
        ArgumentNullException.ThrowIfNull(relationship);
        return new CandidateView(relationship, at, timeline is null ? null : Told(timeline, at).ToArray());
    }

    /// <summary>Takes a relationship as the rules of kept segments see it: with what it keeps of the touchpoints for them.</summary>
    internal static CandidateView Kept(Relationship relationship, Instant at, TouchRules rules) =>
        new(relationship, at, new CarriedTouchpoints(relationship.Segments?.Touches ?? new SegmentTouches(), rules, relationship.Contact?.FirstTouchpointAt is not null));

    /// <summary>Returns the attribute where it was told as the type that is asked for.</summary>
    internal AttributeValue Attribute(FactCode name, AttributeType type) =>
        Relationship.Candidate?.ValueOf(name) is { } value && value.Type == type ? value : default;

    private static IEnumerable<Touchpoint> Told(IEnumerable<TimelineEvent> timeline, Instant at) =>
        timeline.Where(one => one.OccurredAt <= at && one.Entry is TouchpointRecorded).Select(one => new Touchpoint(one.OccurredAt, (TouchpointRecorded)one.Entry));
}
