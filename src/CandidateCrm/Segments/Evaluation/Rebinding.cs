using System.Linq.Expressions;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Puts another expression in the place of a lambda's parameter.</summary>
internal sealed class Rebinding : ExpressionVisitor
{
    private readonly ParameterExpression _parameter;
    private readonly Expression _argument;

    private Rebinding(ParameterExpression parameter, Expression argument) => (_parameter, _argument) = (parameter, argument);

    /// <summary>Returns the body of a lambda of one parameter as it reads with this argument.</summary>
    internal static Expression Body(LambdaExpression lambda, Expression argument) => new Rebinding(lambda.Parameters[0], argument).Visit(lambda.Body);

    protected override Expression VisitParameter(ParameterExpression node) => node == _parameter ? _argument : node;
}
