namespace CandidateCrm.Tests.Storage;

/// <summary>The queues of one tenant, slow and obvious: every row is looked at for every claim.</summary>
internal sealed class QueueOracle
{
    private readonly Dictionary<string, (Instant? WakeAt, Instant HeldUntil)> _alarms = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Candidate, string Effect), Row> _effects = [];

    internal void SetAlarm(string candidate, Instant? wakeAt, bool givenBack)
    {
        var held = givenBack ? Instant.MinValue : _alarms.GetValueOrDefault(candidate, (null, Instant.MinValue)).HeldUntil;
        _alarms[candidate] = (wakeAt, held);
    }

    internal string[] ClaimAlarms(Instant now, int max, Duration lease)
    {
        string[] claimed =
        [
            .. _alarms.Where(a => a.Value.WakeAt <= now && a.Value.HeldUntil <= now)
                .OrderBy(a => a.Value.WakeAt).ThenBy(a => a.Key, StringComparer.Ordinal).Take(max).Select(a => a.Key),
        ];
        foreach (var candidate in claimed)
        {
            _alarms[candidate] = (_alarms[candidate].WakeAt, now + lease);
        }

        return claimed;
    }

    internal void Want(string candidate, string effect, Instant at) =>
        _effects[(candidate, effect)] = _effects.GetValueOrDefault((candidate, effect), new Row()) with { Wanted = true, IntendedAt = at };

    internal void Unwant(string candidate, string effect)
    {
        if (_effects.TryGetValue((candidate, effect), out var row))
        {
            _effects[(candidate, effect)] = row with { Wanted = false };
        }
    }

    internal void Finish(string candidate, string effect) => _effects[(candidate, effect)] = _effects[(candidate, effect)] with { Finished = true };

    internal void Fail(string candidate, string effect, Instant? retryAt)
    {
        var row = _effects[(candidate, effect)];
        _effects[(candidate, effect)] = row with { NotBefore = retryAt ?? Instant.MaxValue, HeldUntil = Instant.MinValue };
    }

    internal string[] ClaimEffects(Instant now, int max, Duration lease)
    {
        var oldest = _effects.Where(e => e.Value is { Wanted: true, Finished: false }).GroupBy(e => e.Key.Candidate, StringComparer.Ordinal)
            .Select(g => g.OrderBy(e => e.Value.IntendedAt).ThenBy(e => e.Key.Effect, StringComparer.Ordinal).First());
        var claimed = oldest.Where(e => e.Value.NotBefore <= now && e.Value.HeldUntil <= now)
            .OrderBy(e => e.Value.IntendedAt).ThenBy(e => e.Key.Candidate, StringComparer.Ordinal).Take(max).Select(e => e.Key).ToArray();
        foreach (var key in claimed)
        {
            _effects[key] = _effects[key] with { HeldUntil = now + lease };
        }

        return [.. claimed.Select(k => $"{k.Candidate}/{k.Effect}")];
    }

    private sealed record Row
    {
        internal bool Wanted { get; init; }

        internal bool Finished { get; init; }

        internal Instant IntendedAt { get; init; }

        internal Instant NotBefore { get; init; } = Instant.MinValue;

        internal Instant HeldUntil { get; init; } = Instant.MinValue;
    }
}
