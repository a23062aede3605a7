using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>What a fact does to the promises that are there: it keeps, ends, pauses, resumes or breaches them, or moves them to other rules.</summary>
internal static class PromiseHearing
{
    /// <summary>Tells a fact to the promises about one application that it does not name itself; those about the whole relationship hear it once, under its own subject.</summary>
    internal static void HearAbout(FoldPass pass, ITimelineEntry entry, string application) => Hear(pass, entry, application, isAlone: true);

    internal static void Hear(FoldPass pass, ITimelineEntry entry, string subject) => Hear(pass, entry, subject, isAlone: false);

    private static void Hear(FoldPass pass, ITimelineEntry entry, string subject, bool isAlone)
    {
        if (pass.Draft.Charter!.Promises.IsEmpty)
        {
            return;
        }

        var automatic = AutomationRule.IsAutomatic(entry, pass.Cause);
        foreach (var promise in pass.Draft.Charter.Promises)
        {
            if (CharterReaction.IsSuspended(promise, pass.InForce) || !MayBeMeant(promise, entry, subject) || (isAlone && IsWhole(promise.Key.Subject)))
            {
                continue;
            }

            pass.WorkOn(DefinitionKind.Expectation, promise.Key.Expectation.Value, promise.OpenedAt);
            if (pass.RuleOf(promise) is TimedExpectation timed)
            {
                Hear(pass, promise, timed, (entry, subject, automatic));
            }
            else
            {
                ProhibitionStep.Hear(pass, promise, (entry, subject));
            }
        }
    }

    /// <summary>Says whether what a fact is about is what a promise is about.</summary>
    internal static bool IsMeant(Promise promise, string subject) =>
        IsWhole(promise.Key.Subject) || string.Equals(promise.Key.Subject, subject, StringComparison.Ordinal);

    /// <summary>Says whether a fact ends, pauses or resumes a promise where its type does: one about the whole relationship means every promise.</summary>
    internal static bool Means(FactPattern? pattern, Promise promise, ITimelineEntry entry, string subject) =>
        pattern is not null && (IsMeant(promise, subject) || IsWhole(subject)) && pattern.Matches(entry);

    private static bool MayBeMeant(Promise promise, ITimelineEntry entry, string subject) => IsMeant(promise, subject) || IsWhole(subject) || entry is RebaseOrdered;

    private static bool IsWhole(string subject) => string.Equals(subject, PromiseKey.WholeRelationship, StringComparison.Ordinal);

    private static void Hear(FoldPass pass, Promise promise, TimedExpectation rule, (ITimelineEntry Entry, string Subject, bool Automatic) told)
    {
        if (IsMeant(promise, told.Subject) && (rule.AutomationMayKeep || !told.Automatic) && rule.KeptBy.Matches(told.Entry))
        {
            PromiseEnding.Fulfil(pass, promise, rule);
            return;
        }

        if (Means(rule.EndedBy, promise, told.Entry, told.Subject))
        {
            PromiseEnding.Void(pass, promise);
            return;
        }

        var after = PauseStep.Hear(pass, promise, rule, (told.Entry, told.Subject));
        switch (told.Entry)
        {
            case DueTold due when due.Promise.Expectation == promise.Key.Expectation && due.Promise.Ordinal == promise.Key.Ordinal && IsMeant(promise, told.Subject):
                RebaseStep.Told(pass, after, due);
                break;
            case RebaseOrdered ordered when ordered.Expectation == promise.Key.Expectation && (!ordered.Application.IsAssigned || string.Equals(promise.Key.Subject, told.Subject, StringComparison.Ordinal)):
                RebaseStep.Rebase(pass, after);
                break;
            default:
                break;
        }
    }
}
