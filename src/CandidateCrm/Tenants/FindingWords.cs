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
        [FindingCodes.PhaseRefused] = ("A fact asks for a move that the lifecycle does not know; the phase stays.", "Tell what came in between, or publish a lifecycle with that move."),
        [FindingCodes.NoOpenTime] = ("A promise was not opened, because its calendar has no open time within its horizon.", "Give the calendar open hours, or the expectation another calendar."),
        [FindingCodes.EffectUnfounded] = ("Something was handed over that the corrected past does not want; nothing is recalled.", "A person looks at it, and sets right what the candidate or a colleague was told."),
        [FindingCodes.FeatureFaulted] = ("A feature failed on a fact, and rests; the other features go on.", "See what failed in the list of faults, mend it, and have it tried again."),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static bool Knows(string? code) => code is not null && All.ContainsKey(code);

    internal static (string Meaning, string WouldBeRight) Of(string code) =>
        All.TryGetValue(code, out var words)
            ? words
            : ("A newer version of the library noted it; this one does not know the code.", "Ask a node with that version, or read about the code on the page of that version.");
}
