using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>What is known of the offer of an application.</summary>
public sealed record OfferState
{
    /// <summary>Gets the offer; unassigned where the host has no id for it.</summary>
    public OfferId Offer { get; init; }

    /// <summary>Gets the latest version that was told, from 1 on; 0 where none was.</summary>
    public int Version { get; init; }

    /// <summary>Gets how it stands.</summary>
    public required OfferStatus Status { get; init; }

    /// <summary>Gets since when it stands so; for one that was answered, withdrawn or expired, when it was settled.</summary>
    public required Instant Since { get; init; }

    /// <summary>Gets when it was made, the latest time; null where that was never told.</summary>
    public Instant? MadeAt { get; init; }

    /// <summary>Gets until when an answer counts, that instant included; null for no end.</summary>
    public Instant? AnswerBy { get; init; }

    /// <summary>Gets the first day of work that is offered, if any.</summary>
    public LocalDate? StartsOn { get; init; }

    /// <summary>Gets how often offers of this application were made so far.</summary>
    public int Number { get; init; }

    /// <summary>Gets when it was answered, withdrawn, or expired; null as long as it is not.</summary>
    public Instant? SettledAt => Status is OfferStatus.Prepared or OfferStatus.Made ? null : Since;
}
