namespace CandidateCrm.Tests.Storage;

/// <summary>The inbox of one tenant, slow and obvious: one list of facts in order of arrival, looked through for every question.</summary>
internal sealed class InboxOracle
{
    private readonly List<(string Candidate, string Id)> _facts = [];
    private readonly Dictionary<string, State> _states = new(StringComparer.Ordinal);

    internal void Append(string candidate, string id) => _facts.Add((candidate, id));

    internal string[] Claim(Instant now, int candidates, int facts, Duration lease)
    {
        var claimed = _facts.Select(f => f.Candidate).Distinct(StringComparer.Ordinal)
            .Where(c => Of(c) is { Parked: false } state && state.NotBefore <= now).Take(candidates).ToArray();
        foreach (var candidate in claimed)
        {
            var ids = _facts.Where(f => f.Candidate == candidate).Take(facts).Select(f => f.Id).ToArray();
            _states[candidate] = Of(candidate) with { NotBefore = now + lease, Claim = Of(candidate).Claim + 1, Claimed = ids };
        }

        return [.. claimed.Select(c => $"{c} [{string.Join(' ', Of(c).Claimed!)}] {Of(c).Attempts}")];
    }

    /// <summary>Returns how often a candidate was claimed: what tells a lease that is good from an old one.</summary>
    internal int ClaimOf(string candidate) => Of(candidate).Claim;

    internal bool Renew(string candidate, int claim, Instant until)
    {
        if (!IsHeld(candidate, claim))
        {
            return false;
        }

        _states[candidate] = Of(candidate) with { NotBefore = until };
        return true;
    }

    internal bool Complete(string candidate, int claim)
    {
        if (!IsHeld(candidate, claim))
        {
            return false;
        }

        foreach (var id in Of(candidate).Claimed!)
        {
            _facts.Remove((candidate, id));
        }

        _states[candidate] = new State { Claim = claim };
        return true;
    }

    internal bool Fail(string candidate, int claim, Instant? retryAt)
    {
        if (!IsHeld(candidate, claim))
        {
            return false;
        }

        _states[candidate] = new State { Claim = claim, Attempts = Of(candidate).Attempts + 1, NotBefore = retryAt ?? Instant.MinValue, Parked = retryAt is null };
        return true;
    }

    internal string[] Parked() => [.. _states.Where(s => s.Value.Parked).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key} {s.Value.Attempts}")];

    internal bool Redrive(string candidate)
    {
        var parked = Of(candidate).Parked;
        _states[candidate] = parked ? new State { Claim = Of(candidate).Claim } : Of(candidate);
        return parked;
    }

    internal bool Drop(string candidate) => Of(candidate).Parked && Erase(candidate) > 0;

    internal int Erase(string candidate)
    {
        _states[candidate] = new State { Claim = Of(candidate).Claim };
        return _facts.RemoveAll(f => f.Candidate == candidate);
    }

    private bool IsHeld(string candidate, int claim) => Of(candidate).Claimed is not null && Of(candidate).Claim == claim;

    private State Of(string candidate) => _states.GetValueOrDefault(candidate, new State());

    private sealed record State
    {
        internal int Claim { get; init; }

        internal string[]? Claimed { get; init; }

        internal int Attempts { get; init; }

        internal bool Parked { get; init; }

        internal Instant NotBefore { get; init; } = Instant.MinValue;
    }
}
