using System.Linq.Expressions;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Everyone.</summary>
internal sealed class EveryoneNode<T> : RuleNode<T>
{
    internal override bool Holds(T item, Moment moment) => true;

    internal override bool? Judge(T item, Moment moment) => true;

    internal override Expression Emit(ParameterExpression item, ParameterExpression moment) => Expression.Constant(true);
}
