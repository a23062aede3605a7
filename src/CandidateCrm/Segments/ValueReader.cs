using System.Linq.Expressions;

namespace CandidateCrm.Segments;

/// <summary>How a field of one value or of a set is read.</summary>
internal sealed class ValueReader<T, TValue>(Expression<Func<T, TValue>> accessor) : FieldReader<T>
{
    private readonly Lazy<Func<T, TValue>> _read = new(() => accessor.Compile());

    internal override LambdaExpression Accessor => accessor;

    /// <summary>Gets the delegate. It is compiled once, for all rules over the schema.</summary>
    internal Func<T, TValue> Read => _read.Value;
}
