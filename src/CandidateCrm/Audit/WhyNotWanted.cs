using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>Says why no rule wants an effect that is not on record either.</summary>
internal sealed class WhyNotWanted(SeenPast past, EffectKey key)
{
    private const string Announcing = "announce.";

    internal IEnumerable<WhyNotReason> Reasons()
    {
        if (key.Rule is null)
        {
            return [Unknown()];
        }

        if (key.Part == OpenTasks.CheckIn)
        {
            return [CheckIn()];
        }

        if (string.Equals(key.Part, "task", StringComparison.Ordinal) && ExpectationKey.TryFrom(key.Rule, out var expectation))
        {
            return Task(new PromiseKey(expectation, key.Subject, key.Ordinal));
        }

        return key.Part.StartsWith(Announcing, StringComparison.Ordinal) && Announced() is { } reason
            ? [reason]
            : [Unknown()];
    }

    private WhyNotReason Unknown() =>
        Because.Of(WhyNotCodes.EffectUnknown, $"No rule ever wanted {key}.", $"Effects are named part:rule#number:subject; the trace shows which were wanted.");

    private WhyNotReason CheckIn()
    {
        var hire = past.Decision.Next.Lifecycle?.Onboardings.FirstOrDefault(one => string.Equals(one.Application.Value, key.Subject, StringComparison.Ordinal));
        var due = hire?.CheckIns.FirstOrDefault(one => string.Equals(OnboardingStep.RuleOf(one.Day), key.Rule, StringComparison.Ordinal)).DueAt;
        return hire switch
        {
            _ when hire is null || hire.Number < key.Ordinal => NotDue($"{key.Subject} led to no such hire.", $"Tell the hire; check-ins are due from its first day of work on."),
            { Status: OnboardingStatus.Void } => NotDue($"The hire of {key.Subject} was taken back, or the employment ended, before it was due.", $"Nobody is looked after who does not work here."),
            { Status: OnboardingStatus.Running, StartsOn: null } => NotDue($"The first day of work of {key.Subject} is not known.", $"Tell it with the hire, or by application.start_date_moved."),
            _ when due is not null => NotDue($"It is due at {EntryWords.At(due.Value)}.", $"The task is opened then."),
            _ => NotDue($"The plan that {key.Subject} keeps has no such day, or its date was over when the first day of work was told.", $"Plans count for hires whose first day of work is told under them."),
        };
    }

    private static WhyNotReason NotDue(FormattableString sentence, FormattableString wouldChange) => Because.Of(WhyNotCodes.CheckInNotDue, sentence, wouldChange);

    private IEnumerable<WhyNotReason> Task(PromiseKey promise)
    {
        if (past.Derived<PromiseOpened>().LastOrDefault(each => each.Event.Promise == promise) is not { Pass: { } opening, Event: var opened })
        {
            return WhyNotKept.NotOpened(past, promise);
        }

        if (past.Derived<PromiseKept>().LastOrDefault(each => each.Event.Promise == promise).Pass is { } kept)
        {
            return [Because.Of(WhyNotCodes.PromiseKept, $"{promise} was kept at {EntryWords.At(kept.At)}, so there is nothing to do about it.", $"A task is opened only where a promise breaks.", kept.Cause!)];
        }

        if (past.Derived<PromiseBroken>().LastOrDefault(each => each.Event.Promise == promise).Pass is { } broken)
        {
            return [Because.Of(WhyNotCodes.TaskNotAskedFor, $"{promise} broke at {EntryWords.At(broken.At)}, but version {opened.Version} of its expectation asks for no task.", $"Publish a version with TaskWhenBroken; it counts for promises that are opened under it.")];
        }

        return past.Derived<PromiseVoided>().LastOrDefault(each => each.Event.Promise == promise).Pass is { } ended
            ? [Because.Of(WhyNotCodes.PromiseVoided, $"{promise} was void at {EntryWords.At(ended.At)}, before it broke.", $"A task is opened only where a promise breaks.")]
            : [.. WhyNotEngine.Unjudged(past, promise), Because.Of(WhyNotCodes.PromiseOpen, $"{promise} is open since {EntryWords.At(opening.At)}{(opened.DueAt is { } due ? $" and due at {EntryWords.At(due)}" : string.Empty)}.", $"A task is opened where it is due and not kept.")];
    }

    private WhyNotReason? Announced()
    {
        var name = AnnouncementKeys.Announceable.FirstOrDefault(each => each.EndsWith($".{key.Part[Announcing.Length..]}", StringComparison.Ordinal));
        if (name is null)
        {
            return null;
        }

        var raised = past.Passes.FirstOrDefault(pass => pass.Derived.Any(derived => derived.Entry is IDerivedEvent entry && AnnouncementKeys.Of(entry) == key));
        return raised is null
            ? Because.Of(WhyNotCodes.EventNotDerived, $"No {name} followed that {key} would announce.", $"It is announced when it happens; the trace shows what followed.")
            : Because.Of(WhyNotCodes.EventNotAnnounced, $"{name} followed at {EntryWords.At(raised.At)}, but the rules of position {raised.InForce.Position} do not announce it.", $"Publish rules that announce it; that counts for what happens from then on.");
    }
}
