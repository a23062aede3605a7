namespace CandidateCrm.Timeline;

/// <summary>Something that was done in the world because of a decision: handed over, skipped, decided by a person. Acts are read back by a replay, like facts.</summary>
public interface IAct : ITimelineEntry;
