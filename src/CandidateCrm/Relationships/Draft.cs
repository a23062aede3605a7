using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>A relationship while it is folded. Slices are replaced, never changed, so an unchanged slice is shared with the frozen result.</summary>
internal sealed class Draft
{
    private readonly Relationship _origin;

    internal Draft(Relationship origin)
    {
        _origin = origin;
        Cursor = origin.Cursor;
        Told = origin.Told;
        ToldAtCheckpoint = origin.ToldAtCheckpoint;
        RulesPosition = origin.RulesPosition;
        Retractions = origin.Retractions;
        Tasks = origin.Tasks;
        NextChangeAt = origin.NextChangeAt;
        WakeAt = origin.WakeAt;
        Contact = origin.Contact;
        Applications = origin.Applications;
        Candidate = origin.Candidate;
        Lifecycle = origin.Lifecycle;
        Engagement = origin.Engagement;
        Charter = origin.Charter;
        Segments = origin.Segments;
        Faults = origin.Faults;
    }

    internal RelationshipKey Key => _origin.Key;

    internal TimelinePlace Cursor { get; set; }

    internal long Told { get; set; }

    internal long ToldAtCheckpoint { get; set; }

    internal long RulesPosition { get; set; }

    internal RetractionSlice? Retractions { get; set; }

    internal TasksSlice? Tasks { get; set; }

    internal Instant? NextChangeAt { get; set; }

    internal Instant? WakeAt { get; set; }

    internal ContactSlice? Contact { get; set; }

    internal ApplicationsSlice? Applications { get; set; }

    internal CandidateSlice? Candidate { get; set; }

    internal LifecycleSlice? Lifecycle { get; set; }

    internal EngagementSlice? Engagement { get; set; }

    internal CharterSlice? Charter { get; set; }

    internal SegmentsSlice? Segments { get; set; }

    internal ImmutableArray<SliceFault> Faults { get; set; }

    internal bool IsFaulted(string feature) => FaultOf(feature) is not null;

    internal SliceFault? FaultOf(string feature)
    {
        foreach (var fault in Faults)
        {
            if (string.Equals(fault.Feature, feature, StringComparison.Ordinal))
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>Returns the state as it stands. Every pass moves the cursor, so before the first one it is the state that the fold began with, or that state kept.</summary>
    internal Relationship Freeze() => Cursor == _origin.Cursor && ToldAtCheckpoint == _origin.ToldAtCheckpoint ? _origin : _origin with
    {
        Cursor = Cursor,
        Told = Told,
        ToldAtCheckpoint = ToldAtCheckpoint,
        RulesPosition = RulesPosition,
        Retractions = Retractions,
        Tasks = Tasks,
        NextChangeAt = NextChangeAt,
        WakeAt = WakeAt,
        Contact = Contact,
        Applications = Applications,
        Candidate = Candidate,
        Lifecycle = Lifecycle,
        Engagement = Engagement,
        Charter = Charter,
        Segments = Segments,
        Faults = Faults,
    };
}
