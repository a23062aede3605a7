using CandidateCrm.Charter;

namespace CandidateCrm.Audit;

/// <summary>Says why a promise was not kept in time.</summary>
internal sealed class WhyNotKept(SeenPast past, PromiseKey key)
{
    internal WhyNotAnswer Answer() =>
        past.Derived<PromiseKept>().LastOrDefault(each => each.Event.Promise == key).Pass is { } pass
            ? new WhyNotAnswer { HappenedAt = pass.At }
            : WhyNotEngine.No(Reasons());

    private IEnumerable<WhyNotReason> Reasons()
    {
        var opening = past.Derived<PromiseOpened>().LastOrDefault(each => each.Event.Promise == key);
        if (opening.Pass is null)
        {
            return NotOpened(past, key);
        }

        var late = past.Derived<PromiseFulfilledLate>().LastOrDefault(each => each.Event.Promise == key);
        var ended = past.Derived<PromiseVoided>().LastOrDefault(each => each.Event.Promise == key);
        var expectation = opening.Pass.InForce.Rules.FindExpectation(key.Expectation, opening.Event.Version)!;
        var evidence = new EvidenceSearch(past, key, expectation, opening.Pass.Place).Reasons((late.Pass ?? ended.Pass)?.Place);
        if (ended.Pass is not null)
        {
            return [Voided(ended.Pass, expectation), .. evidence];
        }

        if (late.Pass is not null)
        {
            return [Late(late.Pass, late.Event), .. evidence];
        }

        if (past.Derived<PromiseBroken>().LastOrDefault(each => each.Event.Promise == key && each.Event.ByBreach).Pass is { } breach)
        {
            return [Because.Of(WhyNotCodes.PromiseBreached, $"{Because.Name(breach.Cause!)} is what {key} forbids.", $"What was done stays done; the next one is another promise.", breach.Cause!)];
        }

        IEnumerable<WhyNotReason> open = past.Decision.Next.Charter?.Promises.FirstOrDefault(promise => promise.Key == key) is { State: not PromiseState.Broken } running && !(running.DueAt <= past.Until) ? [Open(running, expectation)] : [];
        return [.. WhyNotEngine.Unjudged(past, key), .. open, .. evidence];
    }

    /// <summary>Says that a promise was never opened, and why.</summary>
    internal static IEnumerable<WhyNotReason> NotOpened(SeenPast past, PromiseKey key)
    {
        var others = past.Derived<PromiseOpened>().Select(each => each.Event.Promise).Where(promise => promise.Expectation == key.Expectation).ToArray();
        var opened = others.Length == 0 ? "No promise of that expectation was opened" : $"Opened were {string.Join(", ", others)}";
        var first = Because.Of(WhyNotCodes.PromiseNotOpened, $"There is no promise {key}. {opened}.", $"Each fact that opens one gives it the next number; ask for one that was opened.");
        return others.Any(promise => string.Equals(promise.Subject, key.Subject, StringComparison.Ordinal))
            ? [first]
            : [first, .. new WhyNotOpened(past, key.Expectation, key.Subject).Reasons()];
    }

    private WhyNotReason Voided(SeenPass pass, Expectation expectation) =>
        pass.Cause is { } told
            ? Because.Of(WhyNotCodes.PromiseVoided, $"{Because.Name(told)} ended what {key} was about, so the promise is void.", $"Where the ending itself is to keep it, the expectation names it among what keeps it; now that is {Because.Keepers(expectation)}.", told)
            : Because.Of(WhyNotCodes.PromiseVoided, $"Promises were switched off at {EntryWords.At(pass.At)} with position {pass.InForce.Position} of the activation log, so {key} is void.", $"Switching promises on again opens new ones; this one stays void.");

    private WhyNotReason Late(SeenPass pass, PromiseFulfilledLate late) => Because.Of(
        WhyNotCodes.PromiseFulfilledLate,
        $"{key} was due at {EntryWords.At(late.DueAt)} and fulfilled at {EntryWords.At(pass.At)} by {Because.Name(pass.Cause!)}.",
        $"Evidence at or before the due instant would have kept it.",
        pass.Cause!);

    private WhyNotReason Open(Promise promise, Expectation expectation) => promise switch
    {
        { PausedSince: { } since } => Because.Of(
            WhyNotCodes.PromisePaused,
            $"{key} stands still since {EntryWords.At(since)} ({string.Join(", ", promise.Pauses.Where(pause => pause.To is null).Select(pause => pause.Reason))}).",
            $"It is kept by {Because.Keepers(expectation)} also meanwhile, and runs on when the last pause ends."),
        { DueAt: { } due } => Because.Of(
            WhyNotCodes.PromiseOpen,
            $"{key} is open until {EntryWords.At(due)}; it is {EntryWords.At(past.Until)} now.",
            $"It is kept by {Because.Keepers(expectation)} at or before the due instant."),
        _ => Because.Of(
            WhyNotCodes.PromiseOpen,
            $"{key} holds since {EntryWords.At(promise.OpenedAt)} and has no due time.",
            $"It is kept by {Because.Keepers(expectation)}."),
    };
}
