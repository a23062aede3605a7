using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

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
            ApplicationSubmitted submitted => Submit(pass, before, submitted),
            StageEntered entered => Enter(pass, before, entered),
            IInterviewFact interview => Noticed(pass, before, fact) is { IsLive: true } live ? InterviewStep.Take(pass, live, interview) : before,
            IOfferFact offer => Noticed(pass, before, fact) is { IsLive: true } live ? OfferStep.Take(pass, live, offer) : before,
            ApplicationReopened => Reopen(pass, before, fact),
            ApplicationEnded ended => End(pass, before, fact, ended.Disposition, ended.Reason),
            CandidateHired => End(pass, before, fact, Disposition.Hired, default),
            _ => before,
        };
        if (after is not null && !ReferenceEquals(before, after))
        {
            Put(pass.Draft, before, after);
            Conclude(pass, before, after);
        }
    }

    internal override void Tick(FoldPass pass) => pass.Draft.Applications = ApplicationClocks.Ring(pass, pass.Draft.Applications!);

    internal override Instant? NextChange(Draft draft, RulesInForce rules) => ApplicationClocks.Next(draft.Applications);

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) =>
        AsksForThePast(before, after) || (!before.IsOff(Feature) && after.IsOff(Feature) && ApplicationClocks.Next(draft.Applications) is not null);

    internal override bool AsksForThePast(RulesInForce before, RulesInForce after) => after.BringsBack(FeatureCode.Applications, before);

    /// <summary>Takes over what would stand there, had it always reacted. Switched off, it keeps what it knows, without alarms.</summary>
    internal override void Cross(FoldPass pass, RulesInForce before) =>
        pass.Draft.Applications = pass.InForce.IsOff(Feature) ? pass.Draft.Applications : pass.Past!.Applications;

    internal override object? Save(Draft draft) => draft.Applications;

    internal override void Restore(Draft draft, object? slice) => draft.Applications = (ApplicationsSlice?)slice;

    private static ApplicationState Submit(FoldPass pass, ApplicationState? before, ApplicationSubmitted fact)
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

        var started = New(pass, fact, fact.Pipeline);
        return started with { Requisition = fact.Requisition, SubmittedAt = pass.At, Source = fact.Source };
    }

    private static ApplicationState Enter(FoldPass pass, ApplicationState? before, StageEntered fact)
    {
        var state = Revived(pass, before, fact);
        return StageWalk.Enter(pass, state, fact.Stage);
    }

    private static ApplicationState Reopen(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        if (before is null)
        {
            return Existing(pass, before, fact);
        }

        if (before.IsLive)
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationNotEnded, fact.Application.Value);
            return before;
        }

        return StageWalk.Restore(pass, before);
    }

    private static ApplicationState End(FoldPass pass, ApplicationState? before, IApplicationFact fact, Disposition disposition, ReasonCode reason)
    {
        if (before is { IsLive: false })
        {
            pass.Note(FindingCodes.ApplicationEndedAlready, fact.Application.Value);
            if (before.Ending!.Disposition == disposition)
            {
                pass.Notes.IsRepetition = true;
                return before;
            }
        }

        var state = Existing(pass, before, fact);
        if (disposition is Disposition.Rejected or Disposition.Withdrew && !reason.IsAssigned)
        {
            pass.Note(FindingCodes.ReasonMissing, fact.Application.Value);
        }

        return ApplicationClocks.Forget(state) with
        {
            Visits = [],
            Ending = new ApplicationEnding { Disposition = disposition, Reason = reason, At = pass.At },
        };
    }

    /// <summary>Returns the application, alive: a move of an ended one re-opens it.</summary>
    private static ApplicationState Revived(FoldPass pass, ApplicationState? before, StageEntered fact)
    {
        var state = Existing(pass, before, fact);
        if (state.IsLive)
        {
            return state;
        }

        pass.Note(FindingCodes.ApplicationEndedAlready, fact.Application.Value);
        return StageWalk.Revive(state);
    }

    /// <summary>Returns the application as it is: what is told of an ended one is kept and reported.</summary>
    private static ApplicationState Noticed(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        if (before is { IsLive: false } && !AfterTheEnd.IsClearing(before, fact))
        {
            pass.Note(FindingCodes.ApplicationEndedAlready, fact.Application.Value);
        }

        return Existing(pass, before, fact);
    }

    private static ApplicationState Existing(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        if (before is not null)
        {
            return before;
        }

        pass.Note(FindingCodes.ApplicationUnknown, fact.Application.Value);
        return New(pass, fact, default);
    }

    private static ApplicationState New(FoldPass pass, IApplicationFact fact, PipelineKey asked)
    {
        var pipeline = pass.Rules.FindPipeline(asked);
        if (asked.IsAssigned && pipeline is null)
        {
            pass.Note(FindingCodes.PipelineUnknown, fact.Application.Value);
        }

        if (pipeline is not null)
        {
            pass.WorkOn(DefinitionKind.Pipeline, pipeline.Key.Value);
        }

        var state = new ApplicationState { Application = fact.Application, Pipeline = pipeline?.Key ?? asked, StageSince = pass.At };
        return pipeline is null ? state : StageWalk.Enter(pass, state, pipeline.Stages[0].Key);
    }

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
