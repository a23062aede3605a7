using CandidateCrm.Relationships;

namespace CandidateCrm.Applications;

/// <summary>Takes over the live applications of an opening balance. One that the timeline tells of already stays as it is told.</summary>
internal static class OpeningStep
{
    internal static void TakeOver(FoldPass pass, RelationshipOpened opened)
    {
        foreach (var opening in opened.Applications)
        {
            var all = pass.Draft.Applications?.All ?? [];
            if (pass.Draft.Applications?.Find(opening.Application) is null)
            {
                pass.Draft.Applications = new ApplicationsSlice { All = all.Add(StateOf(pass, opening)) };
            }
        }
    }

    private static ApplicationState StateOf(FoldPass pass, OpeningApplication opening)
    {
        var pipeline = pass.Rules.FindPipeline(opening.Pipeline, opening.Requisition);
        if (opening.Pipeline.IsAssigned && pipeline is null)
        {
            pass.Note(Timeline.FindingCodes.PipelineUnknown, opening.Application.Value);
        }

        var state = new ApplicationState
        {
            Application = opening.Application,
            Requisition = opening.Requisition,
            Pipeline = pipeline?.Key ?? opening.Pipeline,
            SubmittedAt = opening.SubmittedAt,
            StageSince = pass.At,
        };
        return opening.Stage.IsAssigned ? StageWalk.Enter(pass, state, new StageEntry(opening.Stage)) : state;
    }
}
