namespace CandidateCrm.Timeline;

/// <summary>The one rule for what no person did: it says so of itself, or a provider or this library acted.</summary>
internal static class AutomationRule
{
    internal static bool IsAutomatic(ITimelineEntry entry, TimelineEvent? cause) =>
        entry is TouchpointRecorded { Automated: true } || cause?.Actor.Kind is ActorKind.Provider or ActorKind.Crm;
}
