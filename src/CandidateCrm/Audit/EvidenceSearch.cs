using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>Looks for facts that would keep a promise, and says of each why it did not.</summary>
internal sealed class EvidenceSearch(SeenPast past, PromiseKey key, Expectation expectation, TimelinePlace opening)
{
    /// <summary>Lists the reasons up to the end of the promise, if it ended.</summary>
    internal IReadOnlyList<WhyNotReason> Reasons(TimelinePlace? end)
    {
        var elsewhere = new List<TimelineEvent>();
        var reasons = new List<WhyNotReason>();
        SeenPass? before = null;
        foreach (var pass in past.Facts.Where(pass => pass.Cause!.Entry is not UnknownEntry && Because.KeptBy(expectation)?.Matches(pass.Cause.Entry) == true && !(pass.Place >= end)))
        {
            if (pass.Place <= opening)
            {
                before = IsMeant(pass) && !pass.IsTaken ? pass : before;
            }
            else if (!IsMeant(pass))
            {
                elsewhere.Add(pass.Cause!);
            }
            else if (ReasonOf(pass) is { } reason)
            {
                reasons.Add(reason);
            }
        }

        if (elsewhere.Count > 0)
        {
            reasons.Add(Elsewhere(elsewhere));
        }

        if (before is not null)
        {
            reasons.Add(Before(before.Cause!));
        }

        return reasons.Count > 0 || end is not null ? reasons : [None()];
    }

    private WhyNotReason? ReasonOf(SeenPass pass)
    {
        var told = pass.Cause!;
        if (pass.IsTaken)
        {
            return Because.Of(WhyNotCodes.EvidenceRetracted, $"{Because.Name(told)} was taken back, so it counts as never told.", $"Tell it again under a new id if it did happen.", told);
        }

        if (WhyNotEngine.Resting(pass, key.Expectation.Value) is { } resting)
        {
            return resting;
        }

        if (pass.Notes.IsRepetition)
        {
            return Because.Of(WhyNotCodes.EvidenceRepetition, $"{Because.Name(told)} told nothing new.", $"Only what is told for the first time keeps a promise.", told);
        }

        return expectation is TimedExpectation { AutomationMayKeep: false } && AutomationRule.IsAutomatic(told.Entry, told)
            ? Because.Of(
                WhyNotCodes.EvidenceAutomatic,
                $"{Because.Name(told)} was automatic ({(told.Entry is TouchpointRecorded { Automated: true } ? "it says so itself" : $"by {told.Actor.Kind}")}), and only what people do keeps {key.Expectation}.",
                $"A person does it, or a new version of the expectation says that automation may keep it.",
                told)
            : null;
    }

    private WhyNotReason Elsewhere(List<TimelineEvent> told) => Because.Of(
        WhyNotCodes.EvidenceOtherSubject,
        $"What would keep {key} was told about something else: {string.Join(", ", told.Select(each => $"{Because.Name(each)} about {CharterReaction.SubjectOf(each.Entry)}"))}.",
        $"A promise about an application is kept only by what names that application.",
        told);

    private WhyNotReason Before(TimelineEvent told) => Because.Of(
        WhyNotCodes.EvidenceBeforeOpening,
        $"{Because.Name(told)} stands at or before what opened {key}, at {EntryWords.At(opening.At)}.",
        $"Only what comes after it keeps it; of two facts at one instant, the source's own order or the id says which comes first.",
        told);

    private WhyNotReason None()
    {
        var nearest = Because.KeptBy(expectation) is { } keepers ? NearestFacts.Of(past.Facts.Where(pass => pass.Place > opening), keepers, Subject) : [];
        return Because.Of(WhyNotCodes.EvidenceNone, $"No fact after {EntryWords.At(opening.At)} keeps {key}. {NearestFacts.Sentence(nearest)}", $"It is kept by {Because.Keepers(expectation)}.", nearest);
    }

    private string? Subject => string.Equals(key.Subject, PromiseKey.WholeRelationship, StringComparison.Ordinal) ? null : key.Subject;

    private bool IsMeant(SeenPass pass) => Subject is null || string.Equals(CharterReaction.SubjectOf(pass.Cause!.Entry, pass.After?.Applications), Subject, StringComparison.Ordinal);
}
