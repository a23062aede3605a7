using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>An event that is announced so that the candidate hears something of it. Where an overlay forbids its kind, it is on the timeline, and announced to nobody.</summary>
public interface ICandidateNotice : IDerivedEvent
{
    /// <summary>Gets what the candidate would hear.</summary>
    NoticeKind Notice { get; }
}
