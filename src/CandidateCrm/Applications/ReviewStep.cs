using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in that a person answers for a rejection that was told without one.</summary>
internal static class ReviewStep
{
    internal static ApplicationState? Review(FoldPass pass, ApplicationState? before, ApplicationReviewed fact)
    {
        if (pass.Cause?.Actor.Person.IsAssigned != true)
        {
            return Unchanged(pass, before, FindingCodes.AdverseNoHuman, fact);
        }

        return before switch
        {
            null => Unchanged(pass, before, FindingCodes.ApplicationUnknown, fact),
            { Ending: { AwaitsPerson: true } ending } => before with { Ending = ending with { AwaitsPerson = false } },
            _ => Unchanged(pass, before, FindingCodes.ReviewUnneeded, fact),
        };
    }

    private static ApplicationState? Unchanged(FoldPass pass, ApplicationState? before, string code, ApplicationReviewed fact)
    {
        pass.Notes.IsRepetition = true;
        pass.Note(code, fact.Application.Value);
        return before;
    }
}
