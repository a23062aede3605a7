using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The alarm of one relationship, or one of its effects, as a queue sees it: where it stands in line and who holds it.</summary>
internal sealed class Ticket
{
    internal Ticket(StoredRelationship owner, string effect)
    {
        Owner = owner;
        Effect = effect;
        Candidate = owner.Key.Candidate.Value;
    }

    internal StoredRelationship Owner { get; }

    /// <summary>Gets the effect's key as text; empty for the alarm.</summary>
    internal string Effect { get; }

    /// <summary>Gets the candidate as text: the tie-breaker.</summary>
    internal string Candidate { get; }

    /// <summary>Gets or sets its place among those that may be taken; only its line sets it.</summary>
    internal Instant Order { get; set; }

    /// <summary>Gets or sets until when it stands aside; only its line sets it.</summary>
    internal Instant WaitsUntil { get; set; }

    /// <summary>Gets or sets where it stands; only its line sets it.</summary>
    internal TicketPlace Place { get; set; }

    /// <summary>Gets the fence of the lease that is good; 0 where nobody holds it.</summary>
    internal long Fence { get; private set; }

    /// <summary>Gets until when the lease keeps others away.</summary>
    internal Instant HeldUntil { get; private set; }

    internal void Hold(long fence, Instant until)
    {
        Fence = fence;
        HeldUntil = until;
    }

    internal void GiveBack() => Fence = 0;

    internal bool IsHeldUnder(Lease lease) => Fence != 0 && Fence == lease.Fence;

    internal Lease Lease() => new() { Relationship = Owner.Key, Effect = Effect, Fence = Fence, Until = HeldUntil };
}
