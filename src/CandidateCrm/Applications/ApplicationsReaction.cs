using CandidateCrm.Lifecycle;
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
        if (entry is IFact fact)
        {
            Take(pass, fact);
            RefusalStep.Settle(pass);
        }
    }

    private static void Take(FoldPass pass, IFact entry)
    {
        switch (entry)
        {
            case IApplicationFact fact:
                Follow(pass, fact);
                break;
            case RelationshipOpened opened:
                OpeningStep.TakeOver(pass, opened);
                break;
            case RequisitionClosed closed:
                ClosingStep.Close(pass, closed);
                break;
            case TouchpointRecorded { Application.IsAssigned: true } touch when pass.Draft.Applications?.Find(touch.Application) is { } about:
                Hear(pass, about, touch);
                break;
            case CandidateErased:
                ApplicationClocks.Stop(pass);
                break;
            case CandidateUnmerged:
                ApplicationClocks.Skip(pass);
                break;
            default:
                break;
        }
    }

    internal override void Tick(FoldPass pass)
    {
        if (OverlayGate.Rests(pass.Draft.Candidate?.Holds))
        {
            return;
        }

        pass.Draft.Applications = ApplicationClocks.Ring(pass, pass.Draft.Applications!);
        RefusalStep.Settle(pass);
    }

    internal override Instant? NextChange(Draft draft, RulesInForce rules)
    {
        var clocks = ApplicationClocks.Next(draft);
        return OverlayGate.Rests(draft.Candidate?.Holds) || RefusalStep.Next(draft, rules.Rules.Rules.Refusals) is not { } refusal || clocks <= refusal ? clocks : refusal;
    }

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) =>
        AsksForThePast(before, after) || RefusalStep.IsTouched(draft, before.Rules.Rules, after.Rules.Rules)
        || (!before.IsOff(Feature) && after.IsOff(Feature) && NextChange(draft, before) is not null);

    internal override bool AsksForThePast(RulesInForce before, RulesInForce after) => after.BringsBack(FeatureCode.Applications, before);

    /// <summary>Takes over what would stand there, had it always reacted. Switched off, it keeps what it knows, without alarms.</summary>
    internal override void Cross(FoldPass pass, RulesInForce before) =>
        pass.Draft.Applications = AsksForThePast(before, pass.InForce) ? pass.Past!.Applications : pass.Draft.Applications;

    internal override object? Save(Draft draft) => draft.Applications;

    internal override void Restore(Draft draft, object? slice) => draft.Applications = (ApplicationsSlice?)slice;

    /// <summary>Takes in what was said. One message about a refusal is a message about all that were not told.</summary>
    private static void Hear(FoldPass pass, ApplicationState about, TouchpointRecorded touch)
    {
        Put(pass, NewsStep.Take(pass, about, touch));
        if (!NewsStep.Refuses(pass, about, touch))
        {
            return;
        }

        foreach (var other in pass.Draft.Applications!.All)
        {
            if (RefusalEngine.IsUntold(other) && !other.Ending!.AwaitsPerson)
            {
                Put(pass, NewsStep.Take(pass, other, touch));
                pass.Notes.Covered = pass.Notes.Covered.Add(other.Application);
            }
        }
    }

    private static void Follow(FoldPass pass, IApplicationFact fact)
    {
        var before = pass.Draft.Applications?.Find(fact.Application);
        if (before is { Pipeline.IsAssigned: true })
        {
            pass.WorkOn(DefinitionKind.Pipeline, before.Pipeline.Value);
        }

        if (After(pass, before, fact) is { } after)
        {
            // A second click is about the application that there is, whatever was known under its own id.
            var shown = before?.Application == after.Application ? before : pass.Draft.Applications?.Find(after.Application);
            Put(pass, PublicStatusStep.Follow(pass, shown, after, fact));
        }
    }

    private static ApplicationState? After(FoldPass pass, ApplicationState? before, IApplicationFact fact) => fact switch
    {
        ApplicationSubmitted submitted => SubmissionStep.Submit(pass, before, submitted),
        StageEntered entered => StageStep.Enter(pass, before, entered),
        IInterviewFact interview => NoticeStep.Interview(pass, before, interview),
        IOfferFact offer => NoticeStep.Offer(pass, before, offer),
        ApplicationReopened reopened => EndingStep.Reopen(pass, before, reopened),
        ApplicationReviewed reviewed => ReviewStep.Review(pass, before, reviewed),
        ApplicationEnded ended => EndingStep.End(pass, before, ended),
        CandidateHired hired => EndingStep.Hire(pass, before, hired),
        ApplicationRemoved removed => EndingStep.Remove(pass, before, removed),
        ApplicationDrafted drafted => DraftStep.Draft(pass, before, drafted),
        ApplicationAbandoned abandoned => DraftStep.Abandon(pass, before, abandoned),
        ProspectAdded prospect => DraftStep.AddProspect(pass, before, prospect),
        ProspectConverted converted => SubmissionStep.Convert(pass, before, converted),
        ApplicationCopied copy => SubmissionStep.Copy(pass, before, copy),
        ApplicationTransferred moved => TransferStep.Transfer(pass, before, moved),
        ApplicationsMerged merged => TransferStep.Merge(pass, before, merged),
        _ => before,
    };

    /// <summary>Puts an application in its place, and says for those who react later what became of it.</summary>
    private static void Put(FoldPass pass, ApplicationState after)
    {
        var all = pass.Draft.Applications?.All ?? [];
        var place = all.Length - 1;
        while (place >= 0 && all[place].Application != after.Application)
        {
            place--;
        }

        var before = place < 0 ? null : all[place];
        if (!ReferenceEquals(before, after))
        {
            pass.Draft.Applications = new ApplicationsSlice { All = place < 0 ? all.Add(after) : all.SetItem(place, after) };
            Conclude(pass, before, after);
        }
    }

    private static void Conclude(FoldPass pass, ApplicationState? before, ApplicationState after)
    {
        pass.Notes.Opened = after.IsLive && before is not { IsLive: true };
        pass.Notes.Revived = IsRevived(pass, before, after) ? after.Application : default;
        var isOver = after.Status is ApplicationStatus.Ended or ApplicationStatus.Removed;
        if (!isOver || (before?.Status == after.Status && before.Ending?.Disposition == after.Ending?.Disposition))
        {
            return;
        }

        // Another ending than before corrects it: a rejected candidate who was hired after all, for example.
        pass.Notes.Ended = after.Application;
        pass.Notes.Hired = after.Ending is { Disposition: Disposition.Hired } && (before is { IsLive: true } || !pass.Notes.Gone.IsAssigned);
        pass.Notes.ProcessEnded = before is null or { IsLive: true } && !pass.Notes.Hired && !pass.Draft.Applications!.AnyLive;
    }

    /// <summary>Says whether an application goes on: it had ended, or it took over the process of another one, and whatever was owed under the id of that one has to be owed anew.</summary>
    private static bool IsRevived(FoldPass pass, ApplicationState? before, ApplicationState after) =>
        after.IsLive && before is not { IsLive: true } && (before is { Status: ApplicationStatus.Ended or ApplicationStatus.Removed } || pass.Notes.Gone.IsAssigned);
}
