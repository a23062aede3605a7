using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in what was said about an application, in either direction.</summary>
internal static class NewsStep
{
    internal static ApplicationState Take(FoldPass pass, ApplicationState application, TouchpointRecorded touch)
    {
        if (IsWord(touch))
        {
            return PublicStatusStep.Told(pass, RefusalEngine.IsUntold(application) ? application with { RefusedAt = pass.At } : application);
        }

        return touch.Direction == Direction.Inbound && application.Status == ApplicationStatus.Draft ? DraftStep.WorkedOn(pass, application) : application;
    }

    /// <summary>Says whether this tells of our refusal. Then it covers every other one that was not told.</summary>
    internal static bool Refuses(ApplicationState application, TouchpointRecorded touch) => IsWord(touch) && RefusalEngine.IsUntold(application);

    /// <summary>Says whether we said something to the candidate: what goes out, a call, a meeting.</summary>
    private static bool IsWord(TouchpointRecorded touch) =>
        touch.Direction == Direction.Outbound || touch.Kind == TouchKinds.CallHeld || touch.Kind == TouchKinds.MeetingHeld;
}
