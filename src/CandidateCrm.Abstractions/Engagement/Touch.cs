using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>One touchpoint as a scorer sees it.</summary>
public sealed record Touch
{
    /// <summary>Gets the id; a repeat of it counts once, and with other content it is an error.</summary>
    public required EventId Id { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A touchpoint's id"); }

    /// <summary>Gets the kind; one that the model does not name is ignored and counted as such.</summary>
    public required TouchKind Kind { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A touchpoint's kind"); }

    /// <summary>Gets when it happened; at that very instant it counts in full.</summary>
    public required Instant OccurredAt { get; init; }

    /// <summary>Gets how much of it there was, as a factor of the weight: 0 to 10,000; 1 by default.</summary>
    public decimal Quantity { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Quantity(value)); } = 1m;
}
