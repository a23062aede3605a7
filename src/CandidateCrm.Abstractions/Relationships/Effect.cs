using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>An intent with its name and its own instant. Whether it is late is judged when it is handed over, not here.</summary>
public sealed record Effect
{
    /// <summary>Gets the name, unique within the relationship.</summary>
    public required EffectKey Key { get; init; }

    /// <summary>Gets what is wanted.</summary>
    public required IIntent Intent { get; init; }

    /// <summary>Gets the instant at which the rules want it.</summary>
    public required Instant IntendedAt { get; init; }

    /// <summary>Gets the earliest instant of what becomes of it: at its own one, facts and acts come before the alarm that wants it.</summary>
    internal Instant EarliestOutcomeAt => IntendedAt + Duration.FromTicks(10);

    /// <summary>Gets the code of why it is kept for the record and not handed over; null where it is to be handed over.</summary>
    public string? Withheld { get; init; }
}
