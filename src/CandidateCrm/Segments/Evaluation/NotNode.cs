using System.Linq.Expressions;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>The complement.</summary>
internal sealed class NotNode<T>(RuleNode<T> rule) : RuleNode<T>
{
    internal override bool Holds(T item, Moment moment) => !rule.Holds(item, moment);

    internal override bool? Judge(T item, Moment moment) => !rule.Judge(item, moment);

    internal override Instant? NextChange(T item, FlipSearch search) => rule.NextChange(item, search);

    internal override Expression Emit(ParameterExpression item, ParameterExpression moment) => Expression.Not(rule.Emit(item, moment));
}
