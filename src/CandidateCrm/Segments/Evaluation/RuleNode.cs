using System.Linq.Expressions;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>One rule made ready for one type of candidate or item.</summary>
internal abstract class RuleNode<T>
{
    /// <summary>Says whether it holds: true or false, also where there is no value.</summary>
    internal abstract bool Holds(T item, Moment moment);

    /// <summary>Says whether it holds where a comparison with no value is unknown: null for unknown.</summary>
    internal abstract bool? Judge(T item, Moment moment);

    /// <summary>Returns the first instant after that of the search at which it may hold otherwise with the same data; until then it does not. Null for never.</summary>
    internal virtual Instant? NextChange(T item, FlipSearch search) => null;

    /// <summary>Writes <see cref="Holds"/> as code, for the rule that is asked very often. A node that gains nothing by it is called as it is.</summary>
    internal virtual Expression Emit(ParameterExpression item, ParameterExpression moment) =>
        Expression.Call(Expression.Constant(this), ((Func<T, Moment, bool>)Holds).Method, item, moment);
}
