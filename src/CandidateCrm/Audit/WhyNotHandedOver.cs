using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>Says why an effect was not handed over.</summary>
internal sealed class WhyNotHandedOver(SeenPast past, EffectKey key)
{
    internal WhyNotAnswer Answer()
    {
        var record = past.Effects.FirstOrDefault(each => each.Effect.Key == key);
        if (record?.Outcome == EffectOutcome.Done)
        {
            return new WhyNotAnswer { HappenedAt = Act<EffectDone>(done => done.Effect)?.OccurredAt ?? record.Effect.IntendedAt };
        }

        var wanted = past.Decision.Effects.FirstOrDefault(each => each.Key == key);
        return WhyNotEngine.No((record, wanted) switch
        {
            (null, null) => new WhyNotWanted(past, key).Reasons(),
            (null, { Withheld: { } reason }) => [Withheld(reason, wanted)],
            (null, _) => [NotOnRecord(wanted!), .. Paused()],
            ({ State: EffectState.Pending }, _) => Pending(record),
            _ => [ReasonOf(record)],
        });
    }

    private WhyNotReason ReasonOf(EffectRecord record) => record.State switch
    {
        EffectState.Skipped => Skipped(),
        EffectState.Withheld when record.Effect.Withheld is { } reason => Withheld(reason, record.Effect),
        EffectState.Withheld => Because.Of(
            WhyNotCodes.EffectImported,
            $"{key} was wanted at {EntryWords.At(record.WantedAt)} by what an import told, for the record only.",
            $"An import hands nothing over that lies before it; what is recorded afterwards is handed over."),
        _ => Because.Of(
            WhyNotCodes.EffectCancelled,
            $"{key} was wanted once, but the past was corrected before it was handed over, and the corrected one does not want it.",
            $"The trace shows the past as it stands now, with the notices of its corrections; the retracted events of the timeline show what it was."),
    };

    /// <summary>Lists what stands in the way of one that is to be handed over: what asks for a person first, then pauses, then what passes by itself.</summary>
    private WhyNotReason[] Pending(EffectRecord record)
    {
        var paused = Paused().ToArray();
        if (record.Parked)
        {
            return [Parked(record), .. paused];
        }

        var older = past.Effects.Where(each => each.State == EffectState.Pending && IsBefore(each, record)).OrderBy(each => each.Effect.IntendedAt).ThenBy(each => each.Effect.Key.ToString(), StringComparer.Ordinal).FirstOrDefault();
        if (older is not null)
        {
            return [.. paused, BehindOlder(older)];
        }

        return paused.Length > 0 ? paused : [record.NextAttemptAt > past.Until ? TriedLater(record, record.NextAttemptAt.Value) : Waiting(record)];
    }

    private IEnumerable<WhyNotReason> Paused() => Holding(key).Select(pause => Because.Of(
        WhyNotCodes.EffectPaused,
        $"The scope {pause.Scope} is paused by {pause.By} since {EntryWords.At(pause.Since)}{(pause.Until is { } until ? $", until {EntryWords.At(until)}" : string.Empty)}, so {key} is held.",
        $"{(pause.Until is null ? "Somebody resumes that scope" : "It ends by itself, or somebody resumes that scope")}; then it goes out, or is skipped where it has become too late."));

    private IEnumerable<Pause> Holding(EffectKey effect) => past.Pauses.AllHolding(EffectOrigin.Of(past.Key.Candidate, effect), past.Until);

    private WhyNotReason Parked(EffectRecord record) => Because.Of(
        WhyNotCodes.EffectParked,
        $"{key} failed {Because.Times(record.Attempts)}, the last time with {record.LastError}, and waits for a person.",
        $"Mend what failed, then have it tried again through the parked work of the tenant, or give it up there.");

    private WhyNotReason BehindOlder(EffectRecord older)
    {
        var standing = older.Parked ? "is parked"
            : Holding(older.Effect.Key).Any() ? "is paused"
            : older.Attempts > 0 ? $"failed {Because.Times(older.Attempts)}"
            : "waits";
        return Because.Of(WhyNotCodes.EffectBehindOlder, $"{key} comes after {older.Effect.Key}, which {standing}; of a candidate only the oldest unfinished effect is handed over.", $"Finish or give up the older one; ask why it was not handed over.");
    }

    /// <summary>Says when it is tried again. What was given back untried, such as what was paused until a moment ago, never failed.</summary>
    private WhyNotReason TriedLater(EffectRecord record, Instant next) =>
        record.Attempts == 0
            ? Because.Of(WhyNotCodes.EffectWaiting, $"{key} was given back untried with {record.LastError}, and nothing stands in its way any more.", $"It is looked at again at {EntryWords.At(next)}.")
            : Because.Of(WhyNotCodes.EffectRetried, $"{key} failed {Because.Times(record.Attempts)}, the last time with {record.LastError}, and is tried again at {EntryWords.At(next)}.", $"Mend what failed; it goes on by itself.");

    private WhyNotReason Waiting(EffectRecord record) => Because.Of(
        WhyNotCodes.EffectWaiting,
        $"{key} was wanted at {EntryWords.At(record.WantedAt)}, and nothing stands in its way.",
        $"Have workers drain the outbox; if they do, the tenant's share or another worker's lease only makes it wait a little.");

    private WhyNotReason Skipped()
    {
        var act = Act<EffectSkipped>(skipped => skipped.Effect);
        return act?.Entry is not EffectSkipped skip
            ? Because.Of(WhyNotCodes.EffectSkipped, $"{key} was skipped.", $"It stays so.")
            : skip.Reason switch
            {
                WhyNotCodes.EffectTooLate => Because.Of(WhyNotCodes.EffectTooLate, $"{key} would have come too late and was skipped at {EntryWords.At(act.OccurredAt)}.", $"Workers that run in time, or a longer grace in the options of the outbox.", act),
                WhyNotCodes.EffectOvertaken => Because.Of(WhyNotCodes.EffectOvertaken, $"{key} was closed, or its promise came to a higher level, before it was opened; it was skipped at {EntryWords.At(act.OccurredAt)}.", $"It stays so; a new occurrence has a number of its own.", act),
                WhyNotCodes.EffectDropped => Because.Of(WhyNotCodes.EffectDropped, $"{key} was given up at {EntryWords.At(act.OccurredAt)} by {act.Actor}.", $"It stays so; a new occurrence has a number of its own.", act),
                _ => Because.Of(WhyNotCodes.EffectSkipped, $"{key} was skipped at {EntryWords.At(act.OccurredAt)} for the reason {skip.Reason}.", $"It stays so; a new occurrence has a number of its own.", act),
            };
    }

    private WhyNotReason Withheld(string reason, Effect wanted) =>
        string.Equals(reason, FeatureModes.BeforeEffectsFrom, StringComparison.Ordinal)
            ? Because.Of(WhyNotCodes.BeforeEffectsFrom, $"{key} was wanted at {EntryWords.At(wanted.IntendedAt)} for what began before the instant from which effects of its feature are handed over.", $"Nothing releases it: what began before that instant is kept for the record.")
            : Because.Of(WhyNotCodes.Observing, $"{key} was wanted at {EntryWords.At(wanted.IntendedAt)}, while its feature observed ({reason}).", $"Set the feature live; that counts for what is wanted from then on, and releases nothing.");

    private WhyNotReason NotOnRecord(Effect wanted) => Because.Of(
        WhyNotCodes.EffectNotOnRecord,
        $"The rules want {key} since {EntryWords.At(wanted.IntendedAt)}, but no worker has written it yet.",
        $"Have workers run what is due.");

    private TimelineEvent? Act<T>(Func<T, EffectKey> keyOf)
        where T : IAct => past.Passes.LastOrDefault(pass => pass.Cause?.Entry is T act && keyOf(act) == key)?.Cause;

    private static bool IsBefore(EffectRecord other, EffectRecord record) =>
        other.Effect.IntendedAt < record.Effect.IntendedAt
        || (other.Effect.IntendedAt == record.Effect.IntendedAt && string.CompareOrdinal(other.Effect.Key.ToString(), record.Effect.Key.ToString()) < 0);
}
