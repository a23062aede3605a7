namespace CandidateCrm.Timeline;

/// <summary>What one event of a timeline says. Every entry is exactly one of <see cref="IFact"/>, <see cref="IAct"/> and <see cref="IDerivedEvent"/>.</summary>
public interface ITimelineEntry;
