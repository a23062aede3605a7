using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace Quickstart.Reports;

/// <summary>Says in a few words what an entry of a timeline tells.</summary>
internal static class EntryWords
{
    internal static string Of(ITimelineEntry entry) => entry switch
    {
        CandidateFound found => $"found: {found.Source}",
        TouchpointRecorded touch => $"{touch.Kind}{(touch.Direction == Direction.None ? "" : touch.Direction == Direction.Inbound ? ", from the candidate" : ", from us")}{(touch.Automated ? ", automatic" : "")}",
        ApplicationSubmitted submitted => $"applied for {submitted.Requisition}",
        StageEntered entered => $"stage {entered.Stage}",
        InterviewHeld => "interview held",
        OfferMade => "offer made",
        ApplicationEnded ended => $"ended: {ended.Disposition}{(ended.Reason.IsAssigned ? $", {ended.Reason}" : "")}",
        CandidateHired => "hired",
        PhaseChanged phase => phase.From.IsAssigned ? $"phase {phase.From} → {phase.To}" : $"phase {phase.To}",
        BandChanged band => $"{band.Score}: {(band.From.IsAssigned ? $"{band.From} → {band.To}" : $"{band.To}")}{(band.ByDecay ? ", by time alone" : "")}",
        PromiseOpened opened => opened.DueAt is { } due ? $"promised {opened.Promise.Expectation}, due {Words.At(due)}" : $"promised {opened.Promise.Expectation}",
        PromiseKept kept => kept.WorkingTime is { } took ? $"kept {kept.Promise.Expectation} after {Words.OpenTime(took)} of open time" : $"kept {kept.Promise.Expectation} to the end",
        PromiseBroken broken => $"broke {broken.Promise.Expectation}",
        PromiseFulfilledLate late => $"fulfilled {late.Promise.Expectation}, {Words.OpenTime(late.WorkingOverrun)} late",
        PromiseVoided voided => $"{voided.Promise.Expectation} is void",
        FindingNoted finding => $"finding {finding.Code}",
        EffectDone done => $"handed over: {done.Effect.Part} for {done.Effect.Rule}",
        EffectSkipped skipped => $"not handed over ({skipped.Reason}): {skipped.Effect.Part} for {skipped.Effect.Rule}",
        EffectWithheld withheld => $"held back ({withheld.Reason}): {withheld.Effect.Part} for {withheld.Effect.Rule}",
        PastCorrected corrected => $"the past was corrected: {corrected.Retracted} retracted, {corrected.Added} added",
        _ => EntryTypes.NameOf(entry),
    };
}
