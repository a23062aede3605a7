using System.Collections.Immutable;

namespace CandidateCrm.Applications;

/// <summary>
/// Which processes of one person are separate, so that a live one does not hold back the refusal of another. Any of the rules is enough. What is not told,
/// such as the family of an opening, separates nothing. An offer that stands holds back every refusal, however separate.
/// </summary>
public sealed record ProcessSeparation
{
    /// <summary>The largest number of pipelines, and of families.</summary>
    public const int Most = 100;

    /// <summary>Gets that no process is separate from another.</summary>
    public static ProcessSeparation None { get; } = new();

    /// <summary>Gets a value indicating whether processes in two different pipelines are separate.</summary>
    public bool OtherPipeline { get; init; }

    /// <summary>Gets a value indicating whether processes for openings of two different families are separate; both have to be told.</summary>
    public bool OtherFamily { get; init; }

    /// <summary>Gets the pipelines whose processes are separate from those in every other pipeline: up to 100, each once, in ordinal order.</summary>
    /// <exception cref="ArgumentException">There are more than 100, or one is not assigned.</exception>
    public ImmutableArray<PipelineKey> Pipelines
    {
        get;
        init => field = Sorted(value, key => key.IsAssigned ? key.Value : null);
    } = [];

    /// <summary>Gets the families whose processes are separate from those of every other family: up to 100, each once, in ordinal order.</summary>
    /// <exception cref="ArgumentException">There are more than 100, or one is not assigned.</exception>
    public ImmutableArray<RequisitionFamily> Families
    {
        get;
        init => field = Sorted(value, family => family.IsAssigned ? family.Value : null);
    } = [];

    /// <summary>Says whether two applications of one person are in separate processes. It does not matter which comes first.</summary>
    public bool Separates(ApplicationState one, ApplicationState other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        var areOtherPipelines = one.Pipeline.IsAssigned && other.Pipeline.IsAssigned && one.Pipeline != other.Pipeline;
        if (areOtherPipelines && (OtherPipeline || Pipelines.Contains(one.Pipeline) || Pipelines.Contains(other.Pipeline)))
        {
            return true;
        }

        var areOtherFamilies = one.Family.IsAssigned && other.Family.IsAssigned && one.Family != other.Family;
        return areOtherFamilies && (OtherFamily || Families.Contains(one.Family) || Families.Contains(other.Family));
    }

    /// <summary>Says the same rules.</summary>
    public bool Equals(ProcessSeparation? other) =>
        other is not null && OtherPipeline == other.OtherPipeline && OtherFamily == other.OtherFamily
        && Pipelines.AsSpan().SequenceEqual(other.Pipelines.AsSpan()) && Families.AsSpan().SequenceEqual(other.Families.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(OtherPipeline, OtherFamily, Pipelines.Length, Families.Length);

    private static ImmutableArray<T> Sorted<T>(ImmutableArray<T> given, Func<T, string?> textOf)
    {
        ImmutableArray<T> values = given.IsDefault ? [] : [.. given.Distinct()];
        return values.Length <= Most && values.All(value => textOf(value) is not null)
            ? [.. values.OrderBy(textOf, StringComparer.Ordinal)]
            : throw new ArgumentException($"Up to {Most} are named, and each is assigned.", nameof(given));
    }
}
