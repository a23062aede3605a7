using System.Collections.Immutable;
using CandidateCrm.Applications;

namespace CandidateCrm.Charter;

/// <summary>
/// Which applications an expectation is for, as they are when a promise would be opened. A promise about the whole relationship is opened only
/// where nothing is said here. All that is said must hold.
/// </summary>
public sealed record ExpectationScope
{
    /// <summary>Gets the scope of every application, and of the relationship itself.</summary>
    public static ExpectationScope All { get; } = new();

    /// <summary>Gets the openings; empty for all.</summary>
    public ImmutableArray<RequisitionId> Requisitions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Gets the pipelines; empty for all.</summary>
    public ImmutableArray<PipelineKey> Pipelines { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Gets how far an application must have come at least; null for from the start. It stays where it came once.</summary>
    public StageCategory? Reached { get; init; }

    /// <summary>Gets a value indicating whether nothing is left out.</summary>
    public bool IsAll => Requisitions.IsEmpty && Pipelines.IsEmpty && Reached is null;

    /// <summary>Says the same openings and pipelines in the same order.</summary>
    public bool Equals(ExpectationScope? other) =>
        other is not null && Reached == other.Reached && Requisitions.AsSpan().SequenceEqual(other.Requisitions.AsSpan()) && Pipelines.AsSpan().SequenceEqual(other.Pipelines.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Reached, Requisitions.Length, Pipelines.Length);
}
