using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>Somebody ended a snooze before its date.</summary>
[WireName("candidate.snooze_ended")]
public sealed record SnoozeEnded : IFact;
