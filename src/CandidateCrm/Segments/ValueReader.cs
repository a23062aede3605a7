using System.Linq.Expressions;

namespace CandidateCrm.Segments;

/// <summary>How a field of one value or of a set is read.</summary>
/// <param name="accessor">How rules know it.</param>
/// <param name="source">How the host keeps it, where that is something else.</param>
/// <param name="read">The delegate, where there is one already.</param>
internal sealed class ValueReader<T, TValue>(Expression<Func<T, TValue>> accessor, LambdaExpression? source = null, Func<T, TValue>? read = null) : FieldReader<T>
{
    private readonly Lazy<Func<T, TValue>> _read = new(() => read ?? accessor.Compile());

    internal override LambdaExpression Accessor => accessor;

    internal override LambdaExpression Source => source ?? accessor;

    /// <summary>Gets the delegate. It is compiled once, for all rules over the schema.</summary>
    internal Func<T, TValue> Read => _read.Value;
}
