using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The facts of one candidate that wait to be recorded, in order of arrival, and who holds the first of them. The tenant's lock guards it.</summary>
internal sealed class WaitingFacts(RelationshipKey key)
{
    private readonly List<(long Arrival, TimelineEvent Fact)> _facts = [];
    private int _claimed;

    internal RelationshipKey Key { get; } = key;

    internal string Candidate { get; } = key.Candidate.Value;

    internal int Count => _facts.Count;

    /// <summary>Gets the arrival of the first of them; there is one.</summary>
    internal long Arrival => _facts[0].Arrival;

    /// <summary>Gets or sets the arrival by which it stands in line; only its line sets it.</summary>
    internal long Order { get; set; }

    /// <summary>Gets or sets until when it stands aside; only its line sets it.</summary>
    internal Instant WaitsUntil { get; set; }

    /// <summary>Gets or sets where it stands; only its line sets it.</summary>
    internal TicketPlace Place { get; set; }

    /// <summary>Gets the fence of the lease that is good; 0 where nobody holds it.</summary>
    internal long Fence { get; private set; }

    /// <summary>Gets until when the lease keeps others away, or when to try again; null for at once.</summary>
    internal Instant? NotBefore { get; private set; }

    internal int Attempts { get; private set; }

    internal string LastError { get; private set; } = string.Empty;

    internal bool Parked { get; private set; }

    internal void Add(long arrival, TimelineEvent fact) => _facts.Add((arrival, fact));

    internal bool IsHeldUnder(InboxLease lease) => Fence != 0 && Fence == lease.Fence;

    internal InboxBatch Claim(long fence, Instant until, int most)
    {
        Hold(fence, until);
        _claimed = Math.Min(most, _facts.Count);
        return new InboxBatch
        {
            Lease = new InboxLease { Relationship = Key, Fence = fence, Until = until },
            Facts = [.. _facts.Take(_claimed).Select(f => f.Fact)],
            Attempts = Attempts,
        };
    }

    internal void Hold(long fence, Instant until)
    {
        Fence = fence;
        NotBefore = until;
    }

    /// <summary>Removes what was claimed; what came since is first now, and has not failed yet.</summary>
    internal void Complete()
    {
        _facts.RemoveRange(0, _claimed);
        GiveBack(tryAt: null);
        Attempts = 0;
    }

    internal void Fail(InboxFailure failure)
    {
        GiveBack(failure.RetryAt);
        Attempts += failure.IsAttempt ? 1 : 0;
        LastError = failure.Code;
        Parked = failure.RetryAt is null;
    }

    internal void Redrive()
    {
        Attempts = 0;
        Parked = false;
    }

    /// <summary>Removes the personal parts and says how many there were.</summary>
    internal int ErasePersonalParts()
    {
        var erased = 0;
        for (var i = 0; i < _facts.Count; i++)
        {
            if (_facts[i].Fact.Personal is not null)
            {
                _facts[i] = (_facts[i].Arrival, _facts[i].Fact with { Personal = null });
                erased++;
            }
        }

        return erased;
    }

    internal int CountPersonalParts() => _facts.Count(f => f.Fact.Personal is not null);

    private void GiveBack(Instant? tryAt)
    {
        Fence = 0;
        NotBefore = tryAt;
        _claimed = 0;
    }
}
