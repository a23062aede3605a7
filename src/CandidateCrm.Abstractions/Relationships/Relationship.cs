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

/// <summary>
/// What we know and owe to one candidate: one slice for each feature, only what is live. It is a function of the facts and acts of
/// its timeline, the tenant's rules and an instant; everything but <see cref="Revision"/> and <see cref="Redrive"/> can be had again by a replay.
/// </summary>
public sealed record Relationship
{
    /// <summary>Gets the name.</summary>
    public required RelationshipKey Key { get; init; }

    /// <summary>Gets the store's revision; 0 before the first commit.</summary>
    public long Revision { get; init; }

    /// <summary>Gets the place of the last event or alarm that was folded. An event at or before it is late.</summary>
    public TimelinePlace Cursor { get; init; } = TimelinePlace.Start;

    /// <summary>Gets how many facts and acts were folded, retracted ones included.</summary>
    public long Told { get; init; }

    /// <summary>Gets how many of them there were when a state was last kept to replay from; 0 before the first time.</summary>
    public long ToldAtCheckpoint { get; init; }

    /// <summary>Gets the position within the activation log of the rules in force at the cursor; 0 before anything was folded.</summary>
    public long RulesPosition { get; init; }

    /// <summary>Gets the next instant at which an answer changes with no new event, or null.</summary>
    public Instant? NextChangeAt { get; init; }

    /// <summary>Gets the next instant at which something that is listened to changes, or null. The alarm may ring earlier; see <see cref="AlarmAt"/>.</summary>
    public Instant? WakeAt { get; init; }

    /// <summary>Gets what was taken back; null where nothing ever was.</summary>
    public RetractionSlice? Retractions { get; init; }

    /// <summary>Gets when there was contact; null before the first touchpoint.</summary>
    public ContactSlice? Contact { get; init; }

    /// <summary>Gets the applications; null before the first.</summary>
    public ApplicationsSlice? Applications { get; init; }

    /// <summary>Gets availability, interest and origins; null before the first of them.</summary>
    public CandidateSlice? Candidate { get; init; }

    /// <summary>Gets the phase, overlays and roles; null before the first trace.</summary>
    public LifecycleSlice? Lifecycle { get; init; }

    /// <summary>Gets the scores; null before the first fact that counts in one.</summary>
    public EngagementSlice? Engagement { get; init; }

    /// <summary>Gets the promises; null before the first.</summary>
    public CharterSlice? Charter { get; init; }

    /// <summary>Gets where the candidate is among the segments that the tenant keeps, and what people decided about segments; null where there is neither.</summary>
    public SegmentsSlice? Segments { get; init; }

    /// <summary>Gets the tasks that people still have to do; null before the first.</summary>
    public TasksSlice? Tasks { get; init; }

    /// <summary>Gets the features that failed.</summary>
    public ImmutableArray<SliceFault> Faults { get; init; } = [];

    /// <summary>Gets slices of features that this version does not know.</summary>
    public ImmutableArray<UnknownSlice> Unknown { get; init; } = [];

    /// <summary>Gets when the features that failed are tried again; null where none failed, or where they wait for a person. It is the services' own, like the revision: no replay gives it, and in a relationship as of a past instant it is what is planned now.</summary>
    public Redrive? Redrive { get; init; }

    /// <summary>Gets when the one alarm of the relationship rings: when something that is listened to changes (<see cref="WakeAt"/>), or earlier, when what failed is tried again (<see cref="Redrive"/>). This is what stores keep for <see cref="Storage.IWorkQueue"/>.</summary>
    public Instant? AlarmAt => Redrive?.At is { } at && !(WakeAt < at) ? at : WakeAt;

    /// <summary>Makes a relationship of which nothing is known yet.</summary>
    public static Relationship Empty(RelationshipKey key) => new() { Key = key };

    /// <summary>Returns key and revision.</summary>
    public override string ToString() => $"Relationship {Key} r{Revision}";
}
