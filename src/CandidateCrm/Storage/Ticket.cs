using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The alarm of one relationship, one of its effects, or a document, as a queue sees it: where it stands in line and who holds it.</summary>
internal sealed class Ticket
{
    private readonly StoredRelationship? _owner;

    internal Ticket(StoredRelationship owner, string effect)
        : this(owner.Key.Candidate.Value, effect) => _owner = owner;

    /// <summary>Initializes the ticket of something that belongs to no relationship.</summary>
    internal Ticket(string first, string second) => (First, Second) = (first, second);

    internal StoredRelationship Owner => _owner ?? throw new InvalidOperationException("This ticket belongs to no relationship.");

    /// <summary>Gets the first tie-breaker in line: the candidate, or the kind of a document.</summary>
    internal string First { get; }

    /// <summary>Gets the second tie-breaker in line: the effect's key as text, empty for the alarm, or the name of a document.</summary>
    internal string Second { get; }

    /// <summary>Gets the effect's key as text; empty for the alarm.</summary>
    internal string Effect => Second;

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

    internal bool IsHeldUnder(long fence) => Fence != 0 && Fence == fence;

    internal Lease Lease() => new() { Relationship = Owner.Key, Effect = Effect, Fence = Fence, Until = HeldUntil };
}
