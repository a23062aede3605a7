using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Ends applications and takes endings back.</summary>
internal static class EndingStep
{
    internal static ApplicationState End(FoldPass pass, ApplicationState? before, ApplicationEnded fact)
    {
        if (IsToldAgain(pass, before, fact, fact.Disposition))
        {
            return Explained(pass, before!, fact);
        }

        if (fact.Disposition == Disposition.Duplicate && IsOtherName(pass, before, fact))
        {
            return before!;
        }

        var state = ApplicationBirth.Existing(pass, before, fact);
        NoteReason(pass, fact);
        if (fact.Disposition == Disposition.Rejected && AutomationRule.IsUnanswered(fact, pass.Cause))
        {
            pass.Note(FindingCodes.AdverseNoHuman, fact.Application.Value);
        }

        return Unanswered(pass, Ended(pass, state, fact.Disposition, fact.Reason));
    }

    internal static ApplicationState Hire(FoldPass pass, ApplicationState? before, CandidateHired fact)
    {
        if (IsToldAgain(pass, before, fact, Disposition.Hired))
        {
            return before!;
        }

        if (before is { Status: ApplicationStatus.Draft or ApplicationStatus.Abandoned or ApplicationStatus.Prospect })
        {
            pass.Note(FindingCodes.ApplicationNotSubmitted, fact.Application.Value);
        }

        return Ended(pass, ApplicationBirth.Existing(pass, before, fact), Disposition.Hired, default);
    }

    internal static ApplicationState Reopen(FoldPass pass, ApplicationState? before, ApplicationReopened fact)
    {
        if (before is null or { Status: ApplicationStatus.Removed })
        {
            return ApplicationBirth.Begin(pass, Entered(pass, ApplicationBirth.Alive(pass, before, fact), fact));
        }

        if (before.Status == ApplicationStatus.Abandoned)
        {
            return DraftStep.WorkedOn(pass, before with { Status = ApplicationStatus.Draft, Reopenings = before.Reopenings + 1 });
        }

        if (before.Ending is null)
        {
            pass.Notes.IsRepetition = true;
            pass.Note(FindingCodes.ApplicationNotEnded, fact.Application.Value);
            return before;
        }

        if (before.Ending.From is ApplicationStatus.Draft or ApplicationStatus.Abandoned)
        {
            return DraftStep.WorkedOn(pass, StageWalk.Revive(before) with { Status = ApplicationStatus.Draft });
        }

        return fact.Stage.IsAssigned ? Entered(pass, StageWalk.Revive(before), fact) : StageWalk.Restore(pass, before, fact.Reason);
    }

    internal static ApplicationState? Remove(FoldPass pass, ApplicationState? before, ApplicationRemoved fact)
    {
        if (IsOtherName(pass, before, fact))
        {
            return before;
        }

        if (before is null or { Status: ApplicationStatus.Removed })
        {
            pass.Notes.IsRepetition = true;
            pass.Note(before is null ? FindingCodes.ApplicationUnknown : FindingCodes.ApplicationRemovedAlready, fact.Application.Value);
            return before;
        }

        pass.Draft.Applications = new ApplicationsSlice
        {
            All = [.. pass.Draft.Applications!.All.Select(known => known.Follows == before.Application ? known with { Follows = default } : known)],
        };
        return new ApplicationState
        {
            Application = before.Application,
            Status = ApplicationStatus.Removed,
            StageSince = pass.At,
            Reopenings = before.Reopenings,
            Numbers = ApplicationClocks.HighestNumber(before),
            RefusedAt = before.RefusedAt,
            AskedAt = before.AskedAt,
            Asks = before.Asks,
            Public = before.Public is { } standing ? standing with { Waiting = null } : null,
            Aliases = before.Aliases,
        };
    }

    /// <summary>A rejection that no person answers for waits for one before the candidate hears of it.</summary>
    private static ApplicationState Unanswered(FoldPass pass, ApplicationState ended) =>
        ended.Ending is { Disposition: Disposition.Rejected, From: ApplicationStatus.Live } ending && pass.Cause?.Actor.Person.IsAssigned != true
            ? ended with { Ending = ending with { AwaitsPerson = true } }
            : ended;

    /// <summary>Ends an application because its opening was closed.</summary>
    internal static ApplicationState Close(FoldPass pass, ApplicationState state, ReasonCode reason) => Ended(pass, state, Disposition.PositionClosed, reason);

    /// <summary>Says whether a fact clears away the second id of an application that was told twice: the application itself goes on.</summary>
    private static bool IsOtherName(FoldPass pass, ApplicationState? before, IApplicationFact fact)
    {
        var isOther = before is not null && before.Application != fact.Application;
        pass.Notes.IsRepetition |= isOther;
        return isOther;
    }

    private static ApplicationState Entered(FoldPass pass, ApplicationState state, ApplicationReopened fact) =>
        fact.Stage.IsAssigned ? StageWalk.Enter(pass, state, new StageEntry(fact.Stage, Reason: fact.Reason)) : state;

    private static bool IsToldAgain(FoldPass pass, ApplicationState? before, IApplicationFact fact, Disposition disposition)
    {
        if (before is not { Status: ApplicationStatus.Ended or ApplicationStatus.Removed })
        {
            return false;
        }

        pass.Notes.IsRepetition = before.Ending?.Disposition == disposition;
        if (!pass.Notes.IsRepetition || !IsNews(before.Ending!, fact))
        {
            pass.Note(ApplicationBirth.CodeOf(before.Status), fact.Application.Value);
        }

        return pass.Notes.IsRepetition;
    }

    /// <summary>Says whether an ending that is told again tells what nobody told before: why.</summary>
    private static bool IsNews(ApplicationEnding ending, IApplicationFact fact) => !ending.Reason.IsAssigned && fact is ApplicationEnded { Reason.IsAssigned: true };

    /// <summary>Takes over why an application ended where it is told once more, and with a reason. When it ended stays.</summary>
    private static ApplicationState Explained(FoldPass pass, ApplicationState ended, ApplicationEnded fact)
    {
        if (!fact.Reason.IsAssigned || fact.Reason == ended.Ending!.Reason)
        {
            return ended;
        }

        NoteReason(pass, fact);
        return ended with { Ending = ended.Ending with { Reason = fact.Reason } };
    }

    private static void NoteReason(FoldPass pass, ApplicationEnded fact)
    {
        if (pass.Rules.Rules.Dispositions is { } dispositions)
        {
            pass.WorkOn(DefinitionKind.Dispositions, dispositions.Key.Value);
        }

        if (ReasonRules.Broken(pass.Rules.Rules.Dispositions, fact.Disposition, fact.Reason) is { } code)
        {
            pass.Note(code, fact.Reason.IsAssigned ? $"{fact.Application}:{fact.Reason}" : fact.Application.Value);
        }
    }

    /// <summary>Keeps of an ended application what is remembered of it and what it needs to go on.</summary>
    private static ApplicationState Ended(FoldPass pass, ApplicationState state, Disposition disposition, ReasonCode reason) => ApplicationRest.Of(state) with
    {
        Status = ApplicationStatus.Live,
        StageSince = pass.At,
        Visits = [],
        AbandonsAt = null,
        Ending = new ApplicationEnding { Disposition = disposition, Reason = reason, At = pass.At, From = FromOf(state), News = NewsOf(state) },
    };

    // Who was told that it is over is not told again because it is over in another way.
    private static EndingNews NewsOf(ApplicationState state) => state.Ending is { News: EndingNews.Told } ? EndingNews.Told : EndingNews.Untold;

    private static ApplicationStatus FromOf(ApplicationState state) => state.Status switch
    {
        ApplicationStatus.Ended => state.Ending!.From,
        ApplicationStatus.Removed => ApplicationStatus.Live,
        var status => status,
    };
}
