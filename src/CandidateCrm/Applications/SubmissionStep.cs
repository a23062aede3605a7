using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Takes in submissions.</summary>
internal static class SubmissionStep
{
    internal static ApplicationState Submit(FoldPass pass, ApplicationState? before, ApplicationSubmitted fact)
    {
        if (before?.SubmittedAt is not null)
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationResubmitted, fact.Application.Value);
            return before;
        }

        if (before is not null)
        {
            // Later facts came first on the line: the submission fills in what they did not tell, and moves nothing back.
            return before with { Requisition = fact.Requisition, SubmittedAt = pass.At, Source = fact.Source };
        }

        var started = ApplicationBirth.Begin(pass, fact, fact.Pipeline);
        return started with { Requisition = fact.Requisition, SubmittedAt = pass.At, Source = fact.Source };
    }
}
