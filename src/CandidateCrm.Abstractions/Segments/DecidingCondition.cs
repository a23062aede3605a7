using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>One condition of a rule that decides about a candidate, with what was found and what was asked for.</summary>
public sealed record DecidingCondition
{
    /// <summary>Gets the condition as text.</summary>
    public required string Condition { get; init; }

    /// <summary>Gets the field or collection that it asks; empty for segments and for everyone.</summary>
    public required string Field { get; init; }

    /// <summary>Gets a value indicating whether it holds.</summary>
    public required bool Holds { get; init; }

    /// <summary>Gets the actual value; none where there is no value, and where it is masked. Of a collection it is how many items meet the condition.</summary>
    public AttributeValue Actual { get; init; }

    /// <summary>Gets a value indicating whether the class of the attribute hides the value.</summary>
    public bool IsMasked { get; init; }

    /// <summary>Gets the number that is asked for: of items, or of a number compared with one; null for other conditions.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>Gets how much <see cref="Actual"/> lacks of <see cref="Threshold"/>; negative where it is beyond, null where there is no number of both.</summary>
    public decimal? Gap => Threshold is { } threshold && Actual.Type == AttributeType.Number ? threshold - Actual.AsNumber : null;

    /// <summary>Gets the first instant at which the condition holds otherwise with the same data, such as the one at which the oldest of two opens leaves its 30 days; null where time alone never changes it.</summary>
    public Instant? ChangesAt { get; init; }

    /// <summary>Returns the condition and whether it holds, never the actual value.</summary>
    public override string ToString() => $"{Condition}: {(Holds ? "holds" : "does not hold")}";
}
