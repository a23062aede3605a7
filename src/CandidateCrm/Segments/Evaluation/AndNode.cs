using System.Linq.Expressions;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>All of its rules; it stops at the first that does not hold.</summary>
internal sealed class AndNode<T>(RuleNode<T>[] rules) : RuleNode<T>
{
    internal override bool Holds(T item, Moment moment)
    {
        foreach (var rule in rules)
        {
            if (!rule.Holds(item, moment))
            {
                return false;
            }
        }

        return true;
    }

    internal override bool? Judge(T item, Moment moment)
    {
        var isKnown = true;
        foreach (var rule in rules)
        {
            var judged = rule.Judge(item, moment);
            if (judged == false)
            {
                return false;
            }

            isKnown &= judged is not null;
        }

        return isKnown ? true : null;
    }

    internal override Instant? NextChange(T item, FlipSearch search) => GroupChanges.Next(rules, item, search, decidedBy: false);

    internal override Expression Emit(ParameterExpression item, ParameterExpression moment) =>
        rules.Select(rule => rule.Emit(item, moment)).Aggregate(Expression.AndAlso);
}
