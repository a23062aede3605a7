using System.Linq.Expressions;

namespace CandidateCrm.Segments;

/// <summary>How one field is read: as an expression for whoever translates rules, as a delegate for whoever evaluates them.</summary>
internal abstract class FieldReader<T>
{
    internal abstract LambdaExpression Accessor { get; }
}
