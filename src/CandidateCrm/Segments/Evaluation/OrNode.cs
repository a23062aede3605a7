using System.Linq.Expressions;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>One of its rules; it stops at the first that holds.</summary>
internal sealed class OrNode<T>(RuleNode<T>[] rules) : RuleNode<T>
{
    internal override bool Holds(T item, Moment moment)
    {
        foreach (var rule in rules)
        {
            if (rule.Holds(item, moment))
            {
                return true;
            }
        }

        return false;
    }

    internal override bool? Judge(T item, Moment moment)
    {
        var isKnown = true;
        foreach (var rule in rules)
        {
            var judged = rule.Judge(item, moment);
            if (judged == true)
            {
                return true;
            }

            isKnown &= judged is not null;
        }

        return isKnown ? false : null;
    }

    internal override Instant? NextChange(T item, FlipSearch search) => GroupChanges.Next(rules, item, search, decidedBy: true);

    internal override Expression Emit(ParameterExpression item, ParameterExpression moment) =>
        rules.Select(rule => rule.Emit(item, moment)).Aggregate(Expression.OrElse);
}
