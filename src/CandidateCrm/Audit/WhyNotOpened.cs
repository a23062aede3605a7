using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>Says why an expectation opened no promise.</summary>
internal sealed class WhyNotOpened(SeenPast past, ExpectationKey key, string? subject)
{
    internal WhyNotAnswer Answer()
    {
        var last = past.Derived<PromiseOpened>()
            .LastOrDefault(each => each.Event.Promise.Expectation == key && (subject is null || IsMeant(each.Event.Promise.Subject)));
        return last.Pass is { } pass ? new WhyNotAnswer { HappenedAt = pass.At } : WhyNotEngine.No(Reasons());
    }

    /// <summary>Lists the reasons: what keeps it from ever opening, or each fact that would have opened it.</summary>
    internal IReadOnlyList<WhyNotReason> Reasons()
    {
        if (past.Log.Entries.LastOrDefault(entry => In(entry) is not null) is not { } known)
        {
            return [Unknown()];
        }

        var elsewhere = new List<TimelineEvent>();
        var reasons = new List<WhyNotReason>();
        foreach (var pass in past.Facts.Where(pass => Starts(In(pass.InForce.Activation) ?? In(known)!, pass)))
        {
            if (subject is not null && !IsMeant(pass))
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
            reasons.Add(Because.Of(
                WhyNotCodes.TriggerOtherSubject,
                $"What opens {key} was told about something else than {subject}: {string.Join(", ", elsewhere.Select(told => $"{Because.Name(told)} about {CharterReaction.SubjectOf(told.Entry)}"))}.",
                $"A promise is about the application that its fact names, and about {PromiseKey.WholeRelationship}, the whole relationship, where it names none.",
                elsewhere));
        }

        return reasons.Count > 0 ? reasons : [None(In(past.Log.InForceAt(past.Until)) ?? In(known)!)];
    }

    private WhyNotReason? ReasonOf(SeenPass pass)
    {
        var told = pass.Cause!;
        if (pass.IsTaken)
        {
            return Because.Of(WhyNotCodes.TriggerRetracted, $"{Because.Name(told)} was taken back, so it counts as never told.", $"Tell it again under a new id if it did happen.", told);
        }

        if (In(pass.InForce.Activation) is null)
        {
            return NotInForce(pass, told);
        }

        if (WhyNotEngine.Resting(pass, key.Value) is { } resting)
        {
            return resting;
        }

        if (pass.Notes.IsRepetition)
        {
            return Because.Of(WhyNotCodes.TriggerRepetition, $"{Because.Name(told)} told nothing new.", $"Only what is told for the first time opens a promise; what is re-opened or submitted anew has a fact of its own.", told);
        }

        if (told.Entry is TouchpointRecorded { NeedsNoReply: true })
        {
            return Because.Of(WhyNotCodes.TriggerNeedsNoReply, $"{Because.Name(told)} says that nobody waits for an answer.", $"Tell touchpoints that need an answer without NeedsNoReply.", told);
        }

        return Unopened(pass, told);
    }

    private WhyNotReason? Unopened(SeenPass pass, TimelineEvent told)
    {
        // A closing is about each application that it ends, and opens what is promised about it after that.
        var isClosing = told.Entry is RequisitionClosed;
        var about = isClosing && subject is not null ? subject : CharterReaction.SubjectOf(told.Entry, pass.After?.Applications);
        if (pass.Derived.Any(derived => derived.Entry is FindingNoted { Code: FindingCodes.NoOpenTime } finding && string.Equals(finding.Subject, $"{key}:{about}", StringComparison.Ordinal)))
        {
            return Because.Of(WhyNotCodes.NoOpenTime, $"{Because.Name(told)} found no open time in the calendar for the time that {key} allows.", $"Give the calendar open hours, or the expectation another calendar.", told);
        }

        if (isClosing)
        {
            return Waiting(pass, told);
        }

        return pass.After?.Applications?.All.FirstOrDefault(application => string.Equals(application.Application.Value, about, StringComparison.Ordinal))?.Status switch
        {
            ApplicationStatus.Ended or ApplicationStatus.Removed =>
                Because.Of(WhyNotCodes.ApplicationEnded, $"{Because.Name(told)} came when the application {about} had ended, or ended it; nothing is promised about it any more.", $"Re-open the application before it, if it goes on.", told),
            ApplicationStatus.Draft or ApplicationStatus.Abandoned or ApplicationStatus.Prospect =>
                Because.Of(WhyNotCodes.ApplicationNotSubmitted, $"{Because.Name(told)} came when the application {about} was not submitted; of such a one only an answer to the candidate is promised.", $"Tell that it was submitted or converted before it, if it was.", told),
            _ => null,
        };
    }

    private WhyNotReason? Waiting(SeenPass pass, TimelineEvent told)
    {
        var closed = pass.Derived.Select(derived => derived.Entry).OfType<PositionClosedFor>().LastOrDefault(each => each.WaitsFor is not null && (subject is null || IsMeant(each.Application.Value)));
        return closed is null
            ? null
            : Because.Of(
                WhyNotCodes.TriggerAnswerWaits,
                $"{Because.Name(told)} ended {closed.Application}, but the candidate was not to be told yet ({closed.WaitsFor}).",
                $"The answer is promised as soon as nothing is in the way of it; MayRefuseAsync says what is.",
                told);
    }

    private WhyNotReason NotInForce(SeenPass pass, TimelineEvent told)
    {
        var next = past.Log.InForce.FirstOrDefault(entry => entry.EffectiveFrom > pass.At && In(entry) is not null);
        var last = past.Log.InForce.LastOrDefault(entry => entry.Position < pass.InForce.Position && In(entry) is not null);
        var when = next is not null
            ? FormattableString.Invariant($"it is in force from {EntryWords.At(next.EffectiveFrom)} on, with position {next.Position}")
            : last is not null ? FormattableString.Invariant($"it was in force last with position {last.Position}") : "no entry that has it ever came into force";
        return Because.Of(
            WhyNotCodes.ExpectationNotInForce,
            $"{Because.Name(told)} happened under position {pass.InForce.Position} of the activation log, which has no expectation {key}; {when}.",
            $"Rules count from the instant from which they are in force, for facts by when they happened; what happened before opens nothing.",
            told);
    }

    private WhyNotReason Unknown()
    {
        var leftOut = past.Log.Entries.SelectMany(entry => entry.LeftOut).FirstOrDefault(row => row.Row.Name.Kind == DefinitionKind.Expectation && string.Equals(row.Row.Name.Key, key.Value, StringComparison.Ordinal));
        if (leftOut.Code is { } code)
        {
            return Because.Of(WhyNotCodes.DefinitionLeftOut, $"This version of the library cannot read the expectation {key} ({code}), so it was left out.", $"Run a version that can read it, or publish it anew.");
        }

        var known = past.Log.InForceAt(past.Until).Rules.Expectations.Select(each => each.Key.Value).Order(StringComparer.Ordinal).DefaultIfEmpty("none");
        return Because.Of(WhyNotCodes.ExpectationUnknown, $"No rules of the tenant ever had an expectation {key}. In force are {string.Join(", ", known)}.", $"Publish rules with such an expectation.");
    }

    private WhyNotReason None(Expectation expectation)
    {
        var nearest = NearestFacts.Of(past.Facts, expectation.StartedBy, subject);
        var about = subject is null ? string.Empty : $" about {subject}";
        return Because.Of(WhyNotCodes.TriggerNone, $"No fact{about} opens {key}. {NearestFacts.Sentence(nearest)}", $"It is opened by {Because.Name(expectation.StartedBy)}.", nearest);
    }

    private static bool Starts(Expectation expectation, SeenPass pass) =>
        pass.Cause!.Entry is not UnknownEntry
        && (expectation.StartedBy.Matches(pass.Cause.Entry)
            || (pass.Notes.Revived is { IsAssigned: true } revived && expectation.StartedBy.Matches(new ApplicationReopened { Application = revived })));

    private Expectation? In(Activation entry) => entry.Rules.Expectations.FirstOrDefault(each => each.Key == key);

    private bool IsMeant(SeenPass pass) =>
        pass.Cause!.Entry is RequisitionClosed ? pass.Notes.Closed.Any(application => IsMeant(application.Value)) : IsMeant(CharterReaction.SubjectOf(pass.Cause.Entry));

    private bool IsMeant(string about) => string.Equals(about, subject, StringComparison.Ordinal);
}
