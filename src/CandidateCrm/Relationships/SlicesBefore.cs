using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>The slices before a pass. A slice that changes is replaced, so that what is still the same object has not changed.</summary>
internal readonly record struct SlicesBefore(
    CandidateSlice? Candidate, ContactSlice? Contact, LifecycleSlice? Lifecycle, ApplicationsSlice? Applications, (CharterSlice? Charter, EngagementSlice? Engagement, SegmentsSlice? Segments) More)
{
    internal static SlicesBefore Of(Draft draft) => new(draft.Candidate, draft.Contact, draft.Lifecycle, draft.Applications, (draft.Charter, draft.Engagement, draft.Segments));

    /// <summary>Gets a value indicating whether anything was known of the candidate: what was taken back leaves nothing.</summary>
    internal bool IsAnything =>
        Candidate is not null || Contact is not null || Lifecycle is not null || Applications is not null || More is not { Charter: null, Engagement: null, Segments: null };

    /// <summary>Says what of a relationship is not what it was.</summary>
    internal FieldSources ChangedIn(Draft draft) =>
        PersonChangedIn(draft)
        | (ReferenceEquals(Contact, draft.Contact) ? FieldSources.None : FieldSources.Contact)
        | (ReferenceEquals(Lifecycle, draft.Lifecycle) ? FieldSources.None : FieldSources.Lifecycle)
        | (ReferenceEquals(Applications, draft.Applications) ? FieldSources.None : FieldSources.Applications)
        | (ReferenceEquals(More.Charter, draft.Charter) ? FieldSources.None : FieldSources.Promises)
        | (ReferenceEquals(More.Engagement, draft.Engagement) ? FieldSources.None : FieldSources.Scores)
        | (ReferenceEquals(More.Segments?.Touches, draft.Segments?.Touches) ? FieldSources.None : FieldSources.Timeline);

    private FieldSources PersonChangedIn(Draft draft)
    {
        if (ReferenceEquals(Candidate, draft.Candidate) || draft.Candidate is not { } after)
        {
            return ReferenceEquals(Candidate, draft.Candidate) ? FieldSources.None : FieldSources.Attributes | FieldSources.Person;
        }

        var before = Candidate ?? new CandidateSlice();
        var isPerson = !ReferenceEquals(before.Availability, after.Availability) || !ReferenceEquals(before.Interest, after.Interest)
            || before.Origins != after.Origins || !ReferenceEquals(before.Holds, after.Holds);
        return (before.Attributes == after.Attributes ? FieldSources.None : FieldSources.Attributes) | (isPerson ? FieldSources.Person : FieldSources.None);
    }
}
