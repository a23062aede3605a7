namespace CandidateCrm.Timeline;

/// <summary>Something that happened and was told by the host or a provider. A fact that passed the door is never refused afterwards.</summary>
public interface IFact : ITimelineEntry;
