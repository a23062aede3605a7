using CandidateCrm.Applications;

namespace CandidateCrm.Timeline;

/// <summary>The one rule for what no person did: it says so of itself, or a provider or this library acted.</summary>
internal static class AutomationRule
{
    /// <summary>Says whether nobody answers for what happened: no person did it, or it is a rejection that names none.</summary>
    internal static bool IsUnanswered(ITimelineEntry entry, TimelineEvent? cause) =>
        IsAutomatic(entry, cause) || (entry is ApplicationEnded { Disposition: Disposition.Rejected } && cause?.Actor.Person.IsAssigned != true);

    internal static bool IsAutomatic(ITimelineEntry entry, TimelineEvent? cause) =>
        entry is TouchpointRecorded { Automated: true } || cause?.Actor.Kind is ActorKind.Provider or ActorKind.Crm;
}
