using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>What to report over application paths. The same question over the same paths has one answer, now and later.</summary>
public sealed record InsightsQuestion
{
    /// <summary>Gets the instant as of which the answer holds, itself included: what is later is not looked at.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Gets the funnel.</summary>
    public required FunnelDefinition Funnel { get; init; }

    /// <summary>Gets further times to measure; none by default.</summary>
    /// <exception cref="ArgumentException">The array is the default one, or a span lacks an end or goes from a step to the same step.</exception>
    public ImmutableArray<StepSpan> Spans
    {
        get;
        init => field = !value.IsDefault && value.All(span => span.From.IsAssigned && span.To.IsAssigned && span.From != span.To)
            ? value
            : throw new ArgumentException("A span goes from one step to another, both assigned.", nameof(value));
    } = [];

    /// <summary>Gets the limits within which first responses, ends and spans are counted; 24 and 48 hours by default.</summary>
    /// <exception cref="ArgumentException">The array is the default one, or a limit is below zero.</exception>
    public ImmutableArray<Duration> Limits
    {
        get;
        init => field = !value.IsDefault && value.All(limit => limit >= Duration.Zero)
            ? value
            : throw new ArgumentException("A limit is zero or more.", nameof(value));
    } = [Duration.FromHours(24), Duration.FromHours(48)];

    /// <summary>Gets how many variants to list: 0 to 1,000; 10 by default.</summary>
    public int TopVariants
    {
        get;
        init => field = value is >= 0 and <= 1_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A report lists 0 to 1,000 variants.");
    } = 10;

    /// <summary>Says whether both ask the same, part by part.</summary>
    internal bool AsksTheSameAs(InsightsQuestion other) =>
        AsOf == other.AsOf
        && TopVariants == other.TopVariants
        && Funnel.Stages.SequenceEqual(other.Funnel.Stages)
        && Spans.SequenceEqual(other.Spans)
        && Limits.SequenceEqual(other.Limits);
}
