using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in what was said about an application, in either direction.</summary>
internal static class NewsStep
{
    internal static ApplicationState Take(FoldPass pass, ApplicationState application, TouchpointRecorded touch)
    {
        if (application.Ending is { } ending && RefusalEngine.IsOurs(ending))
        {
            return Tells(pass, touch) && RefusalEngine.IsUntold(application) ? Tell(pass, application, ending) : application;
        }

        if (IsWord(touch))
        {
            return PublicStatusStep.Told(pass, application);
        }

        return touch.Direction == Direction.Inbound && application.Status == ApplicationStatus.Draft ? DraftStep.WorkedOn(pass, application) : application;
    }

    /// <summary>Says whether this tells of our refusal. Then it covers every other one that was not told, except those that nobody answers for.</summary>
    internal static bool Refuses(FoldPass pass, ApplicationState application, TouchpointRecorded touch) => Tells(pass, touch) && RefusalEngine.IsUntold(application);

    /// <summary>
    /// Says whether a touchpoint tells a candidate how an application ended: it says so of itself; or a person wrote or spoke, and it says nothing
    /// else of itself.
    /// </summary>
    private static bool Tells(FoldPass pass, TouchpointRecorded touch)
    {
        var policy = pass.Rules.Rules.Refusals;
        var isAutomatic = AutomationRule.IsAutomatic(touch, pass.Cause);
        return IsWord(touch) && touch.Answers switch
        {
            TouchAnswer.Ending => policy.AutomationTells || !isAutomatic,
            TouchAnswer.Unsaid => !policy.OnlyMarkedTells && !isAutomatic,
            _ => false,
        };
    }

    private static ApplicationState Tell(FoldPass pass, ApplicationState application, ApplicationEnding ending)
    {
        var told = application with { RefusedAt = pass.At, AskedAt = null, Ending = ending with { News = EndingNews.Told } };
        return PublicStatusStep.Told(pass, ending.AwaitsPerson ? PublicStatusStep.Follow(pass, application, told, pass.Cause!.Entry) : told);
    }

    /// <summary>Says whether we said something to the candidate: what goes out, a call, a meeting.</summary>
    private static bool IsWord(TouchpointRecorded touch) =>
        touch.Direction == Direction.Outbound || touch.Kind == TouchKinds.CallHeld || touch.Kind == TouchKinds.MeetingHeld;
}
