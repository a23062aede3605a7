using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in what happens to an application and moves it nowhere, such as interviews and offers.</summary>
internal static class NoticeStep
{
    /// <summary>Returns the application as it is: what is told of an ended one is kept and reported.</summary>
    internal static ApplicationState Notice(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        if (before is { IsLive: false })
        {
            pass.Note(FindingCodes.ApplicationEndedAlready, fact.Application.Value);
        }

        return ApplicationBirth.Existing(pass, before, fact);
    }
}
