using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The effects on record of one relationship, and which of them are still to be done.</summary>
internal sealed class StoredEffects(StoredRelationship owner)
{
    private readonly SortedDictionary<string, StoredEffect> _all = new(StringComparer.Ordinal);
    private readonly List<StoredEffect> _pending = [];
    private List<StoredEffect>? _byIntent;

    /// <summary>Gets the oldest effect that is not finished, or null.</summary>
    internal StoredEffect? Oldest => _pending.Count == 0 ? null : _pending[0];

    /// <summary>Gets or sets the ticket that stands in the outbox, if any.</summary>
    internal Ticket? InLine { get; set; }

    internal StoredEffect? Find(string key) => _all.GetValueOrDefault(key);

    /// <summary>Reads in the order of keys. From an instant on it costs what is read, once it was asked so for the first time.</summary>
    internal IReadOnlyList<EffectRecord> Read(Instant? from)
    {
        if (from is not { } earliest)
        {
            return [.. _all.Values.Select(e => e.Record)];
        }

        _byIntent ??= [.. _all.Values.Order(StoredEffect.EarliestWantedFirst)];
        var (low, high) = (0, _byIntent.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = _byIntent[middle].Record.WantedAt < earliest ? (middle + 1, high) : (low, middle);
        }

        return [.. _byIntent.Skip(low).OrderBy(e => e.Ticket.Effect, StringComparer.Ordinal).Select(e => e.Record)];
    }

    /// <summary>Applies a change. One that only says what became of an effect, or that it is not wanted, changes nothing where there is none.</summary>
    internal void Apply(EffectChange change)
    {
        var key = change.Key.ToString();
        if (_all.TryGetValue(key, out var known))
        {
            Set(known, Changed(known.Record, change));
        }
        else if (change.Make is { } wanted)
        {
            var record = new EffectRecord { Relationship = owner.Key, Effect = wanted, WantedAt = wanted.IntendedAt, Made = true, Outcome = change.Outcome ?? EffectOutcome.None };
            var added = new StoredEffect(new Ticket(owner, key), record);
            _all.Add(key, added);
            AddTo(_byIntent, added, StoredEffect.EarliestWantedFirst);
            AddPending(added);
        }
    }

    /// <summary>Puts another record in the place of the one that is there.</summary>
    internal void Set(StoredEffect effect, EffectRecord record)
    {
        if (effect.Record.State == EffectState.Pending)
        {
            RemoveFrom(_pending, effect, StoredEffect.OldestFirst);
        }

        RemoveFrom(_byIntent, effect, StoredEffect.EarliestWantedFirst);
        effect.Record = record;
        AddTo(_byIntent, effect, StoredEffect.EarliestWantedFirst);
        if (record.Outcome != EffectOutcome.None)
        {
            effect.Ticket.GiveBack();
        }

        AddPending(effect);
    }

    private static EffectRecord Changed(EffectRecord old, EffectChange change)
    {
        // What is wanted for the record only does not undo what became of it before: what was handed over stays handed over.
        // What was withheld and then not wanted has never been decided for good: wanted again, it is like new.
        var isLikeNew = change.Make is not null && !old.Made && old.Outcome == EffectOutcome.Withheld;
        var before = isLikeNew ? EffectOutcome.None : old.Outcome;
        var outcome = change.Make is not null && before != EffectOutcome.None ? before : change.Outcome ?? before;
        return old with
        {
            Effect = old.Outcome == EffectOutcome.Done ? old.Effect : change.Make ?? old.Effect,
            WantedAt = change.Make?.IntendedAt ?? old.WantedAt,
            Made = change.Make is not null || (old.Made && !change.Unmake),
            Outcome = outcome,
        };
    }

    private void AddPending(StoredEffect effect)
    {
        if (effect.Record.State == EffectState.Pending)
        {
            AddTo(_pending, effect, StoredEffect.OldestFirst);
        }
    }

    private static void AddTo(List<StoredEffect>? line, StoredEffect effect, Comparer<StoredEffect> order) => line?.Insert(~line.BinarySearch(effect, order), effect);

    private static void RemoveFrom(List<StoredEffect>? line, StoredEffect effect, Comparer<StoredEffect> order) => line?.RemoveAt(line.BinarySearch(effect, order));
}
