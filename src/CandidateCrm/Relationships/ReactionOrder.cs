using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>The one order in which features react to an event. Consent and privacy will stand first; promises see what all others made of it, and segments are settled last.</summary>
internal static class ReactionOrder
{
    internal static Reaction[] All { get; } =
    [
        new TimelineReaction(),
        new TasksReaction(),
        new CandidatesReaction(),
        new ApplicationsReaction(),
        new LifecycleReaction(),
        new EngagementReaction(),
        new CharterReaction(),
        new SegmentsReaction(),
    ];
}
