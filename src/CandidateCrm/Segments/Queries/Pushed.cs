using System.Collections.Immutable;

namespace CandidateCrm.Segments.Queries;

/// <summary>
/// What became of a rule: a filter that nobody fails for whom the rule holds, and what is left to be checked of those who pass. No filter lets everybody pass.
/// </summary>
internal sealed record Pushed<TPart>(TPart? Filter, ImmutableArray<SegmentRule> Residual)
    where TPart : class
{
    internal bool IsExact => Residual.IsEmpty;
}
