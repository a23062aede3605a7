using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Keeps the applications of a candidate. The state follows the host; what does not fit is reported.</summary>
internal sealed class ApplicationsReaction : Reaction
{
    internal override string Feature => "applications";

    internal override bool IsReadByOthers => true;

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (entry is RelationshipOpened opened)
        {
            OpeningStep.TakeOver(pass, opened);
            return;
        }

        if (entry is not IApplicationFact fact)
        {
            return;
        }

        var before = pass.Draft.Applications?.Find(fact.Application);
        if (before is { Pipeline.IsAssigned: true })
        {
            pass.WorkOn(DefinitionKind.Pipeline, before.Pipeline.Value);
        }

        var after = entry switch
        {
            ApplicationSubmitted submitted => SubmissionStep.Submit(pass, before, submitted),
            StageEntered entered => StageStep.Enter(pass, before, entered),
            InterviewHeld => NoticeStep.Notice(pass, before, fact),
            OfferMade => NoticeStep.Notice(pass, before, fact) with { OfferedAt = pass.At },
            ApplicationReopened reopened => EndingStep.Reopen(pass, before, reopened),
            ApplicationEnded ended => EndingStep.End(pass, before, ended),
            CandidateHired hired => EndingStep.Hire(pass, before, hired),
            _ => before,
        };
        if (after is not null && !ReferenceEquals(before, after))
        {
            Put(pass.Draft, before, after);
            Conclude(pass, before, after);
        }
    }

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) => AsksForThePast(before, after);

    internal override bool AsksForThePast(RulesInForce before, RulesInForce after) => after.BringsBack(FeatureCode.Applications, before);

    internal override void Cross(FoldPass pass, RulesInForce before) => pass.Draft.Applications = pass.Past!.Applications;

    internal override object? Save(Draft draft) => draft.Applications;

    internal override void Restore(Draft draft, object? slice) => draft.Applications = (ApplicationsSlice?)slice;

    private static void Put(Draft draft, ApplicationState? before, ApplicationState after)
    {
        var all = draft.Applications?.All ?? [];
        var place = before is null ? -1 : all.IndexOf(before, 0, all.Length, ReferenceEqualityComparer.Instance);
        draft.Applications = new ApplicationsSlice { All = place < 0 ? all.Add(after) : all.SetItem(place, after) };
    }

    private static void Conclude(FoldPass pass, ApplicationState? before, ApplicationState after)
    {
        pass.Notes.Opened = after.IsLive && before is not { IsLive: true };
        pass.Notes.Revived = after.IsLive && before is { IsLive: false } ? after.Application : default;
        if (after.IsLive || before?.Ending?.Disposition == after.Ending!.Disposition)
        {
            return;
        }

        // Another ending than before corrects it: a rejected candidate who was hired after all, for example.
        pass.Notes.Ended = after.Application;
        pass.Notes.Hired = after.Ending.Disposition == Disposition.Hired;
        pass.Notes.ProcessEnded = before is not { IsLive: false } && !pass.Notes.Hired && !pass.Draft.Applications!.AnyLive;
    }
}
