using CandidateCrm.Charter;
using NodaTime;

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

        IEnumerable<WhyNotReason> open = opening.Event.DueAt > past.Until ? [Open(opening.Event.DueAt, expectation)] : [];
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
            ? Because.Of(WhyNotCodes.PromiseVoided, $"{Because.Name(told)} ended what {key} was about, so the promise is void.", $"Where the ending itself is to keep it, the expectation names it among what keeps it; now that is {Because.Name(expectation.KeptBy)}.", told)
            : Because.Of(WhyNotCodes.PromiseVoided, $"Promises were switched off at {EntryWords.At(pass.At)} with position {pass.InForce.Position} of the activation log, so {key} is void.", $"Switching promises on again opens new ones; this one stays void.");

    private WhyNotReason Late(SeenPass pass, PromiseFulfilledLate late) => Because.Of(
        WhyNotCodes.PromiseFulfilledLate,
        $"{key} was due at {EntryWords.At(late.DueAt)} and fulfilled at {EntryWords.At(pass.At)} by {Because.Name(pass.Cause!)}.",
        $"Evidence at or before the due instant would have kept it.",
        pass.Cause!);

    private WhyNotReason Open(Instant due, Expectation expectation) => Because.Of(
        WhyNotCodes.PromiseOpen,
        $"{key} is open until {EntryWords.At(due)}; it is {EntryWords.At(past.Until)} now.",
        $"It is kept by {Because.Name(expectation.KeptBy)} at or before the due instant.");
}
