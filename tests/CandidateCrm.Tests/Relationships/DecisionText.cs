using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Writes out parts of a decision, so that what one feature does to the others can be read.</summary>
internal static class DecisionText
{
    /// <summary>The slices and what followed, without those of one feature. Ids of derived events number all that followed, so they are left out.</summary>
    internal static string Without(FeatureCode feature, Decision decision) => StateText.Of(new
    {
        decision.Next.Contact,
        Open = decision.Next.Tasks?.Open.Where(task => (task.Key.Part == "task" ? FeatureCode.Charter : FeatureCode.Lifecycle) != feature).ToArray() ?? [],
        decision.Next.Candidate,
        Slices = FeatureCodes.Where(f => f != feature).Select(f => SliceOf(f, decision.Next)).ToArray(),
        Derived = decision.Derived.Where(e => FeatureOf(e.Entry) is var f && f != feature && f.IsAssigned).Select(e => $"{e.OccurredAt} {e.Cause} {e.Entry}").ToArray(),
    });

    internal static object? SliceOf(FeatureCode feature, Relationship state) => feature switch
    {
        _ when feature == FeatureCode.Applications => state.Applications,
        _ when feature == FeatureCode.Lifecycle => state.Lifecycle,
        _ when feature == FeatureCode.Engagement => state.Engagement,
        _ => state.Charter,
    };

    /// <summary>The slice of a feature without the numbers that never go back.</summary>
    internal static string SliceWithoutCounters(FeatureCode feature, Relationship state) => StateText.Of(SliceOf(feature, state) switch
    {
        LifecycleSlice lifecycle => lifecycle with
        {
            Changes = 0,
            Snoozes = 0,
            Roles = [.. lifecycle.Roles.Where(role => role.IsHeld || role.Total > Duration.Zero).Select(role => role with { Visits = 0 })],
        },
        EngagementSlice { Scores.IsEmpty: true } => null,
        EngagementSlice engagement => engagement with { Scores = [.. engagement.Scores.Select(s => s with { Changes = 0 })], Retired = [] },
        var slice => slice,
    });

    /// <summary>The feature that raised an event; unassigned for what speaks of effects and failures.</summary>
    internal static FeatureCode FeatureOf(ITimelineEntry derived) => derived switch
    {
        PhaseChanged or RoleBegan or RoleEnded or OnboardingCheckInDue or SnoozeOver => FeatureCode.Lifecycle,
        FindingNoted finding when finding.Code.StartsWith("lifecycle.", StringComparison.Ordinal) => FeatureCode.Lifecycle,

        // Who is in a segment follows from what every other feature made of the facts.
        SegmentEntered or SegmentLeft => default,
        FindingNoted finding when finding.Code.StartsWith("segment.", StringComparison.Ordinal) => default,
        AvailabilityChanged or InterestChanged => FeatureCode.From("candidates"),
        BandChanged => FeatureCode.Engagement,
        PromiseOpened or PromiseKept or PromiseBroken or PromiseFulfilledLate or PromiseVoided or FindingNoted { Code: FindingCodes.NoOpenTime } => FeatureCode.Charter,
        InterviewApproaching or InterviewBookingLapsed or OfferLapsed or RefusalDue => FeatureCode.Applications,
        FindingNoted finding when finding.Code.StartsWith("attribute.", StringComparison.Ordinal) => default,
        FindingNoted { Code: not (FindingCodes.FeatureFaulted or FindingCodes.EventIdReused) } => FeatureCode.Applications,
        _ => default,
    };

    internal static FeatureCode FeatureOf(Effect effect) => effect.Intent is Announce announce ? FeatureOf(announce.Event) : effect.Key.Part.EndsWith("check-in", StringComparison.Ordinal) ? FeatureCode.Lifecycle : FeatureCode.Charter;

    private static FeatureCode[] FeatureCodes { get; } = [FeatureCode.Applications, FeatureCode.Lifecycle, FeatureCode.Engagement, FeatureCode.Charter];
}
