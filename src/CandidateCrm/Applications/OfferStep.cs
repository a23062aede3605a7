using CandidateCrm.Json;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Follows what is told of the offer of an application. What does not fit is followed all the same, and reported.</summary>
internal static class OfferStep
{
    internal static ApplicationState Take(FoldPass pass, ApplicationState application, IOfferFact fact)
    {
        var known = application.Offer;
        if (known is not { Offer.IsAssigned: true } || !fact.Offer.IsAssigned || fact.Offer == known.Offer)
        {
            return Move(pass, application, known, fact);
        }

        var isStanding = StandingOffer.Is(known);
        switch (fact)
        {
            case OfferPrepared when isStanding:
                // A draft is no offer yet: the one that the candidate has stays.
                return application;
            case OfferMade when isStanding:
                pass.Note(FindingCodes.OfferAnotherLive, Subject(application));
                return Move(pass, Forgetting(application, known), known: null, fact);
            case OfferPrepared or OfferMade:
                return Move(pass, Forgetting(application, known), known: null, fact);
            default:
                pass.Note(FindingCodes.OfferUnknown, Subject(application));
                return application;
        }
    }

    private static ApplicationState Move(FoldPass pass, ApplicationState application, OfferState? known, IOfferFact fact)
    {
        if (fact is OfferRemoved)
        {
            NoteUnknown(pass, application, known);
            return known is null ? application : Forgetting(application, known);
        }

        var trigger = TriggerOf(fact);
        if (IsToldAgain(known, fact))
        {
            pass.Notes.IsRepetition = true;
            return application;
        }

        var outcome = known is null ? Begin(pass, application, trigger) : Ask(pass, application, known, trigger);
        if (outcome == TransitionOutcome.Ignored)
        {
            pass.Notes.IsRepetition = true;
            return application;
        }

        return outcome == TransitionOutcome.Internal ? application : application with { Offer = After(pass, application, known, fact, trigger) };
    }

    /// <summary>Asks whether a move fits an application without an offer.</summary>
    private static TransitionOutcome Begin(FoldPass pass, ApplicationState application, OfferTrigger trigger)
    {
        if (trigger is not (OfferTrigger.Prepare or OfferTrigger.Make))
        {
            NoteUnknown(pass, application, known: null);
        }

        return TransitionOutcome.Moved;
    }

    private static TransitionOutcome Ask(FoldPass pass, ApplicationState application, OfferState known, OfferTrigger trigger)
    {
        var transition = OfferMachine.Definition.Fire(known.Status, trigger, default);
        if (transition.IsRefused && known.Status == OfferStatus.Expired && trigger is OfferTrigger.Accept or OfferTrigger.Decline)
        {
            pass.Note(FindingCodes.OfferAnsweredLate, Subject(application));
        }
        else if (transition.IsRefused)
        {
            pass.Note(FindingCodes.OfferOutOfTurn, $"{Subject(application)}:{EnumWords<OfferStatus>.Of(known.Status)}:{EnumWords<OfferTrigger>.Of(trigger)}");
        }

        return transition.Outcome;
    }

    private static OfferState After(FoldPass pass, ApplicationState application, OfferState? known, IOfferFact fact, OfferTrigger trigger)
    {
        var before = known ?? new OfferState { Status = OfferStatus.Prepared, Since = pass.At, Number = application.Numbers };
        var after = before with
        {
            Offer = fact.Offer.IsAssigned ? fact.Offer : before.Offer,
            Status = OfferMachine.TargetOf(trigger),
            Since = pass.At,
        };
        return fact switch
        {
            OfferPrepared prepared => after with { Version = Newer(pass, application, before, prepared.Version), MadeAt = null, AnswerBy = null, StartsOn = null },
            OfferMade made => after with
            {
                Version = Newer(pass, application, before, made.Version),
                MadeAt = pass.At,
                AnswerBy = made.AnswerBy,
                StartsOn = made.StartsOn,
                Number = before.Number + 1,
            },
            _ => after,
        };
    }

    private static int Newer(FoldPass pass, ApplicationState application, OfferState before, int version)
    {
        if (version != 0 && version < before.Version)
        {
            pass.Note(FindingCodes.OfferVersionOlder, Subject(application));
        }

        return version == 0 ? before.Version : version;
    }

    private static OfferTrigger TriggerOf(IOfferFact fact) => fact switch
    {
        OfferPrepared => OfferTrigger.Prepare,
        OfferMade => OfferTrigger.Make,
        OfferAccepted => OfferTrigger.Accept,
        OfferDeclined => OfferTrigger.Decline,
        OfferWithdrawn => OfferTrigger.Withdraw,
        OfferExpired => OfferTrigger.Expire,
        _ => throw new InvalidOperationException($"Nobody said how {fact.GetType().Name} moves an offer."),
    };

    /// <summary>Says whether an offer that is named was made before with the same terms; where neither id nor version tells, it may be another one, and counts.</summary>
    private static bool IsToldAgain(OfferState? known, IOfferFact fact) =>
        fact is OfferMade made && known is { Status: OfferStatus.Made } && (made.Offer.IsAssigned || made.Version != 0)
        && (!made.Offer.IsAssigned || made.Offer == known.Offer) && (made.Version == 0 || made.Version == known.Version)
        && made.AnswerBy == known.AnswerBy && made.StartsOn == known.StartsOn;

    // Not everything that was told before an application ended is remembered, so that nobody can say that there was no offer.
    private static void NoteUnknown(FoldPass pass, ApplicationState application, OfferState? known)
    {
        if (known is null && application is { Ending: null, Reopenings: 0 })
        {
            pass.Note(FindingCodes.OfferUnknown, Subject(application));
        }
    }

    private static ApplicationState Forgetting(ApplicationState application, OfferState known) =>
        application with { Offer = null, Numbers = Math.Max(application.Numbers, known.Number) };

    private static string Subject(ApplicationState application) => application.Application.ToString();
}
