using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in what was said about an application, in either direction.</summary>
internal static class NewsStep
{
    internal static ApplicationState Take(FoldPass pass, ApplicationState application, TouchpointRecorded touch)
    {
        if (touch.Direction == Direction.Inbound)
        {
            return application.Status == ApplicationStatus.Draft ? DraftStep.WorkedOn(pass, application) : application;
        }

        return IsWord(touch) ? PublicStatusStep.Told(pass, Refused(pass, application)) : application;
    }

    /// <summary>Says whether we said something to the candidate: what goes out, a call, a meeting.</summary>
    private static bool IsWord(TouchpointRecorded touch) =>
        touch.Direction == Direction.Outbound || touch.Kind == TouchKinds.CallHeld || touch.Kind == TouchKinds.MeetingHeld;

    private static ApplicationState Refused(FoldPass pass, ApplicationState application) =>
        application.Ending is { ToldAt: null } ending && RefusalEngine.IsOurs(ending) ? application with { Ending = ending with { ToldAt = pass.At } } : application;
}
