using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>A rule as SQL. A candidate is in where the condition holds and the residual holds.</summary>
/// <typeparam name="T">What the rule is about.</typeparam>
public sealed class SqlCondition<T>
{
    internal SqlCondition((string Text, ImmutableArray<SqlParameter> Parameters) written, SegmentTest<T>? test, SegmentRule? residual) =>
        (Text, Parameters, Test, Residual) = (written.Text, written.Parameters, test, residual);

    /// <summary>Gets the condition, to stand after <c>where</c>. It is true or false, never unknown, and no value stands in it.</summary>
    public string Text { get; }

    /// <summary>Gets the values, in the order in which they first stand in the text.</summary>
    public ImmutableArray<SqlParameter> Parameters { get; }

    /// <summary>Gets what SQL cannot say, to be checked of everybody for whom the condition holds; null where it says it all.</summary>
    public SegmentRule? Residual { get; }

    private SegmentTest<T>? Test { get; }

    /// <summary>Says whether the residual holds of a candidate for whom the condition held; true where nothing is left.</summary>
    public bool Holds(T candidate) => Test?.Holds(candidate) ?? true;
}
