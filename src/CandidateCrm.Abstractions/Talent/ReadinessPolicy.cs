using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Talent;

/// <summary>What makes somebody ready: known well enough and free to be hired now, if an opening came.</summary>
public sealed record ReadinessPolicy
{
    /// <summary>Gets the policy of hosts that have none of their own: interviewed before, heard of within 365 days, and not known to stay where they are.</summary>
    public static ReadinessPolicy Default { get; } = new();

    /// <summary>Gets how far one of their applications must have come at least; an interview by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The category is not one of those defined.</exception>
    public StageCategory FromCategory
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A category is one of those defined.");
    } = StageCategory.Interview;

    /// <summary>Gets within how many days, of 24 hours, the candidate must have written or applied: 1 to 3,650; 365 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They lie outside these bounds.</exception>
    public int HeardWithinDays
    {
        get;
        init => field = value is >= 1 and <= 3_650 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A candidate must have been heard of within 1 to 3,650 days.");
    } = 365;

    /// <summary>Gets the least availability; passive by default. Of whom nobody knows it, it is not held against them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The availability is not one of those defined.</exception>
    public Availability AtLeast
    {
        get;
        init => field = Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An availability is one of those defined.");
    } = Availability.Passive;

    /// <summary>Gets the reasons of rejections that stand against a person whatever else is true, such as one that means «do not hire again», each once and in ordinal order; none by default.</summary>
    public ImmutableArray<ReasonCode> Against
    {
        get;
        init => field = value.IsDefault ? [] : [.. value.Distinct().OrderBy(code => code.ToString(), StringComparer.Ordinal)];
    } = [];

    internal Duration HeardWithin => Duration.FromDays(HeardWithinDays);

    /// <summary>Says whether two policies say the same.</summary>
    public bool Equals(ReadinessPolicy? other) => other is not null
        && FromCategory == other.FromCategory && HeardWithinDays == other.HeardWithinDays && AtLeast == other.AtLeast && Against.SequenceEqual(other.Against);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FromCategory, HeardWithinDays, AtLeast, Against.Length);
}
