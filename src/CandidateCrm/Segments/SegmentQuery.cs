using System.Linq.Expressions;

namespace CandidateCrm.Segments;

/// <summary>A rule as a condition of a query. A candidate is in where the filter lets it pass and the residual holds.</summary>
/// <typeparam name="T">What the rule is about.</typeparam>
public sealed class SegmentQuery<T>
{
    internal SegmentQuery(Expression<Func<T, bool>> filter, SegmentTest<T>? residual, SegmentRule? left) => (Filter, Test, Residual) = (filter, residual, left);

    /// <summary>Gets the condition for the provider. Where there is a residual it lets pass everybody who is in, and others too.</summary>
    public Expression<Func<T, bool>> Filter { get; }

    /// <summary>Gets what the provider cannot say, to be checked of everybody who passed; null where the filter says it all.</summary>
    public SegmentRule? Residual { get; }

    private SegmentTest<T>? Test { get; }

    /// <summary>Says whether the residual holds of a candidate that passed the filter; true where nothing is left.</summary>
    public bool Holds(T candidate) => Test?.Holds(candidate) ?? true;
}
