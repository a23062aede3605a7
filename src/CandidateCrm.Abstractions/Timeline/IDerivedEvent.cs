namespace CandidateCrm.Timeline;

/// <summary>Something that follows from facts, acts and rules. Stored for the record, marked retracted when it is no longer true, and never read back.</summary>
public interface IDerivedEvent : ITimelineEntry;
