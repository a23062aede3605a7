using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;

namespace CandidateCrm.Testing;

/// <summary>Words for what lies over a person, and for what is taken away again.</summary>
public static class PersonWords
{
    /// <summary>Tells that the person is not set aside any more.</summary>
    public static TimelineBuilder SnoozeEnded(this TimelineBuilder told) => Told(told, "snooze-ended", new SnoozeEnded());

    /// <summary>Tells that the person may be approached again.</summary>
    public static TimelineBuilder BarLifted(this TimelineBuilder told) => Told(told, "bar-lifted", new ContactBarLifted());

    /// <summary>Tells that the person goes on under another id.</summary>
    public static TimelineBuilder MergedInto(this TimelineBuilder told, string candidate) => Told(told, "merged", new CandidateMerged { Into = CandidateId.From(candidate) });

    /// <summary>Tells that the person does not go on under another id any more.</summary>
    public static TimelineBuilder Unmerged(this TimelineBuilder told) => Told(told, "unmerged", new CandidateUnmerged());

    /// <summary>Tells that what was known of the person was erased.</summary>
    public static TimelineBuilder Erased(this TimelineBuilder told) => Told(told, "erased", new CandidateErased());

    private static TimelineBuilder Told(TimelineBuilder told, string what, CandidateCrm.Timeline.IFact fact)
    {
        ArgumentNullException.ThrowIfNull(told);
        return told.Told($"candidate:{told.Candidate}:{what}", fact);
    }
}
