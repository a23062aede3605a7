using System.Linq.Expressions;
using CandidateCrm.Segments.Queries;

namespace CandidateCrm.Segments;

/// <summary>How one field is read: as an expression for whoever translates rules, as a delegate for whoever evaluates them.</summary>
internal abstract class FieldReader<T>
{
    /// <summary>Gets how the value is read as rules know it.</summary>
    internal abstract LambdaExpression Accessor { get; }

    /// <summary>Gets how the value is read as the host keeps it.</summary>
    internal abstract LambdaExpression Source { get; }

    /// <summary>Gets where the host keeps the text in upper case; null where it does not.</summary>
    internal LambdaExpression? Folded { get; init; }

    /// <summary>Gets what makes the column of a query that only this field knows how to make; null where its type is enough.</summary>
    internal Func<Expression, QueryColumn<Expression>>? Column { get; init; }
}
