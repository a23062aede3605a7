using System.Collections.Frozen;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>What each code of a finding or a refusal means, and what would be right.</summary>
internal static class FindingWords
{
    private static readonly FrozenDictionary<string, (string Meaning, string WouldBeRight)> All = new Dictionary<string, (string, string)>
    {
        [FindingCodes.EventIdReused] = ("An event came with the id of another one; the first stands.", "Give each event an id of its own, and tell the second one again under it."),
        [FindingCodes.EventInFuture] = ("An event was more than five minutes ahead of the clock; it was refused.", "Tell it when it has happened, with the instant at which it did; compare the clocks of both systems."),
        [FindingCodes.EventIdReserved] = ("The id of an event began with the mark of ids that the library makes; it was refused.", "Begin ids with anything else, best with a natural key."),
        [FindingCodes.EventMalformed] = ("An event lacked an id or a code, or had a value out of its range; it was refused.", "Tell it with every required member, as its page describes them."),
        [FindingCodes.ApplicationUnknown] = ("A fact names an application that nobody submitted.", "Tell the submission, with the instant at which it happened: then the finding goes."),
        [FindingCodes.ApplicationResubmitted] = ("An application was submitted again; the first submission stands.", "A new application has an id of its own; one that goes on is told by its re-opening."),
        [FindingCodes.ApplicationEndedAlready] = ("A fact is about an application that had ended; one that moves it counts as its re-opening.", "Tell the re-opening before it, or take back the ending that was wrong."),
        [FindingCodes.ApplicationNotEnded] = ("An application was re-opened although it is live.", "Tell the ending that is missing before it, or take the re-opening back."),
        [FindingCodes.StageUnknown] = ("A fact names a stage that the pipeline of its application does not have.", "Publish the pipeline with that stage, or tell the stage that was meant."),
        [FindingCodes.PipelineUnknown] = ("An application names a pipeline that the rules do not have.", "Publish the pipeline from that instant on, or tell the one that was meant."),
        [FindingCodes.ReasonMissing] = ("An application ended without the reason that its ending asks for.", "Take the ending back, and tell it with its reason."),
        [FindingCodes.ClosedWithOffer] = ("A requisition was closed while an offer to the candidate stood; the application goes on.", "A person decides: hire, or take the offer back and tell the ending of the application."),
        [FindingCodes.MoveBackward] = ("A move leads back to an earlier stage, which its pipeline does not expect; it counts.", "Tell the stage that was meant, or publish a pipeline that allows moves back."),
        [FindingCodes.MoveSkips] = ("A move passes over a stage that was never reached, which its pipeline does not expect; it counts.", "Tell the moves in between, or publish a pipeline that allows skipping."),
        [FindingCodes.ConditionUnmet] = ("An application entered a stage without what the stage requires; it is there all the same.", "Tell what is missing, such as the interview or the offer, with the instant at which it happened."),
        [FindingCodes.ApplicationNotSubmitted] = ("What happens to submitted applications was told of a draft or a prospect; it counts.", "Tell the submission or the conversion, with the instant at which it happened."),
        [FindingCodes.ApplicationKnown] = ("A draft, a prospect or a copy was told of an application that is further already; that stays as it is.", "Give a new application an id of its own."),
        [FindingCodes.ApplicationNotDraft] = ("An application that is no draft was abandoned; it stays as it is.", "A live application ends by its ending, such as a withdrawal."),
        [FindingCodes.ApplicationNotProspect] = ("An application that is no prospect was converted.", "A conversion is for prospects; an application that ended goes on by its re-opening."),
        [FindingCodes.ApplicationDoubleSubmitted] = ("The same person applied for the same opening within minutes under another id: it is one application with two ids.", "Nothing has to be done; where they are two, publish a pipeline with a shorter time for the same application."),
        [FindingCodes.ApplicationRemovedAlready] = ("A fact names an application that the host deleted.", "Take the removal back where it was wrong; otherwise leave such facts out."),
        [FindingCodes.ApplicationReferenceUnknown] = ("A fact refers to another application that nobody told of.", "Tell that application, with the instant at which it was submitted."),
        [FindingCodes.InterviewUnknown] = ("A fact names an interview that nothing was told of before.", "Tell its date first, with the instant at which it was arranged."),
        [FindingCodes.InterviewOutOfTurn] = ("A fact moves an interview in a way that does not fit how it stood; it counts.", "Tell what came in between, or take the wrong fact back."),
        [FindingCodes.FeedbackNotOnPanel] = ("Feedback came from somebody who does not interview; it is kept.", "Tell the interview with everybody who takes part."),
        [FindingCodes.FeedbackNotHeld] = ("Feedback came for an interview that did not take place, or has not begun; it is kept.", "Tell that the interview was held, or take the feedback back."),
        [FindingCodes.FeedbackUnknown] = ("Feedback was taken back that nobody had given.", "Tell the feedback with its instant, or take the withdrawal back."),
        [FindingCodes.OfferUnknown] = ("A fact names an offer that the application does not have, or has no more.", "Tell that the offer was made, with its id and instant."),
        [FindingCodes.OfferAnotherLive] = ("An offer was made while another one stood; the newer one counts.", "Tell that the older one was withdrawn, or make a new version under the same id."),
        [FindingCodes.OfferOutOfTurn] = ("A fact moves an offer in a way that does not fit how it stood; it counts.", "Tell what came in between, or take the wrong fact back."),
        [FindingCodes.OfferAnsweredLate] = ("An offer was answered after its time was over; the answer counts.", "Tell the longer time with a new version of the offer, where it was agreed."),
        [FindingCodes.OfferVersionOlder] = ("An offer came with a lower version than it had; what was told later counts.", "Give each version of an offer a higher number than the one before."),
        [FindingCodes.ReasonUnknown] = ("An application ended for a reason that the dispositions of the tenant do not have.", "Publish the dispositions with that reason, or tell the one that was meant."),
        [FindingCodes.ReasonUnfit] = ("An application ended for a reason that belongs to other endings.", "Tell the reason that fits the ending, or publish dispositions in which it does."),
        [FindingCodes.AdverseNoHuman] = ("A rejection was told without the person who answers for it; the candidate is not to be told before.", "A person looks at it, and answers for it: tell that it was reviewed."),
        [FindingCodes.ReviewUnneeded] = ("A person answered for an application that is no rejection without one; nothing changes.", "Nothing has to be done, unless another application was meant."),
        [FindingCodes.RefusalStale] = ("Nobody told a candidate of our refusal for so long that no message is asked for any more.", "A person decides whether to write all the same; tell the message where one went out, with its instant."),
        [FindingCodes.Snoozed] = ("Something was done to a person who is set aside until a date; the phase stays.", "Wait until the date, or end the snooze."),
        [FindingCodes.ContactBarred] = ("Somebody approached a person who is not to be approached; the phase stays.", "Leave the person alone, or tell that the ban was lifted."),
        [FindingCodes.Merged] = ("Something was told of a candidate who goes on under another id.", "Tell it of the candidate that the merge names."),
        [FindingCodes.Erased] = ("Something was told of a candidate who was erased.", "Tell nothing more of them; where the erasure was wrong, take it back."),
        [FindingCodes.OverlayUnchanged] = ("A snooze, a ban, a merge or an erasure was told that is there already, or ended that is not there.", "Nothing has to be done, unless another candidate was meant."),
        [FindingCodes.SnoozeInPast] = ("A snooze ends on a date that is not after its own; nobody is set aside.", "Tell a date that is still to come."),
        [FindingCodes.RoleUnchanged] = ("A role was taken that is held already, left that is not, or one that only a hire or an employment gives.", "Tell the hire or the end of the employment; roles of your own are taken and left once each."),
        [FindingCodes.NotOnboarding] = ("A first day of work was told of an application that led to no hire, or whose onboarding is over.", "Tell the hire, with the instant at which it happened."),
        [FindingCodes.PhaseRefused] = ("A fact asks for a move that the lifecycle does not know; the phase stays.", "Tell what came in between, or publish a lifecycle with that move."),
        [FindingCodes.AttributeUndeclared] = ("An attribute was told that the rules do not declare; it is kept, and no rule can use it.", "Publish the attribute with its type, or do not tell it."),
        [FindingCodes.AttributeTypeWrong] = ("An attribute was told with a value of another type than it is declared with; for rules it has no value.", "Tell it in the type that is declared, or publish it with another one."),
        [FindingCodes.AttributeProtected] = ("An attribute was told that is declared as protected; the relationship does not keep it, and no rule can use it.", "Do not tell it, and take back the facts that did."),
        [FindingCodes.SurveyAnswerInvalid] = ("A survey was answered with something that is no number; it is no moment of an experience.", "Tell the answer as a number in the attribute that the scale names."),
        [FindingCodes.SurveyAnswerOffScale] = ("A survey was answered with a number beyond its scale; it counts as the end of the scale.", "Publish the scale that was asked with, or tell the answer on the one that is published."),
        [FindingCodes.AttributesTooMany] = ("More than 100 attributes were told of one person that the rules do not declare; this one is left out.", "Publish the attributes that rules are to use, and tell no others."),
        [FindingCodes.SegmentUnknown] = ("Somebody decided by hand about a segment that the rules do not have; the decision is kept, and holds once they have it.", "Publish the segment, or tell the decision with the key that was meant."),
        [FindingCodes.SegmentDecisionsTooMany] = ("More than 100 decisions by hand about segments hold for one person; this one is left out.", "Release those that the rules decide as well."),
        [FindingCodes.NoOpenTime] = ("A promise was not opened, because its calendar has no open time within its horizon.", "Give the calendar open hours, or the expectation another calendar."),
        [FindingCodes.InstantPast] = ("A fact was to open a promise, but it says no instant, or the instant that it or the limit says is over; nothing is promised.", "Tell the instant that was agreed, ahead of the fact itself; publish a limit that lies ahead."),
        [FindingCodes.RebaseImpossible] = ("A promise was to go over to the rules in force, but they have no such expectation for it; it stays as it is.", "Publish the expectation in the same kind, or leave the promise as it is."),
        [FindingCodes.PromiseUnknown] = ("A date was told of a promise that was never made; nobody watches over it.", "Tell the date with the key of the promise that it belongs to, and record what opens that promise."),
        [FindingCodes.ZoneDataDiffers] = ("A due time was told that the zone data in use would not give; the promise keeps what was told.", "Nothing has to be done; what was told stands."),
        [FindingCodes.EffectUnfounded] = ("Something was handed over that the corrected past does not want; nothing is recalled.", "A person looks at it, and sets right what the candidate or a colleague was told."),
        [FindingCodes.FeatureOff] = ("A command asks for a feature that is switched off; it was refused.", "Switch the feature on, or tell what happened as a fact."),
        [FindingCodes.FeatureFaulted] = ("A feature failed on a fact, and rests; the other features go on.", "See what failed in the list of faults, mend it, and have it tried again."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static bool Knows(string? code) => code is not null && All.ContainsKey(code);

    internal static (string Meaning, string WouldBeRight) Of(string code) =>
        All.TryGetValue(code, out var words)
            ? words
            : ("A newer version of the library noted it; this one does not know the code.", "Ask a node with that version, or read about the code on the page of that version.");
}
