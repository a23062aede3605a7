using System.Linq.Expressions;
using System.Reflection;

namespace CandidateCrm.Segments.Queries;

/// <summary>Small parts of expressions.</summary>
internal static class ExpressionWords
{
    internal static Expression True { get; } = Expression.Constant(true);

    internal static Expression False { get; } = Expression.Constant(false);

    /// <summary>Returns a value as a member of an object, so that providers make a parameter of it.</summary>
    internal static MemberExpression Held<TValue>(TValue value) => Expression.Field(Expression.Constant(new HeldValue<TValue>(value)), HeldValue<TValue>.Field);

    internal static BinaryExpression Compare(CompareOperator @operator, Expression left, Expression right) => @operator switch
    {
        CompareOperator.Equal => Expression.Equal(left, right),
        CompareOperator.NotEqual => Expression.NotEqual(left, right),
        CompareOperator.Less => Expression.LessThan(left, right),
        CompareOperator.LessOrEqual => Expression.LessThanOrEqual(left, right),
        CompareOperator.Greater => Expression.GreaterThan(left, right),
        _ => Expression.GreaterThanOrEqual(left, right),
    };

    /// <summary>Returns what is converted to the type of a rule's value.</summary>
    internal static Expression WithoutConversion(Expression expression) =>
        expression is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked or ExpressionType.TypeAs, Operand: var inner } ? WithoutConversion(inner) : expression;

    /// <summary>Says whether an expression only goes from property to property, from a parameter on.</summary>
    internal static bool IsChain(Expression expression, ParameterExpression from) => expression switch
    {
        MemberExpression { Expression: { } inner, Member: PropertyInfo or FieldInfo } => IsChain(inner, from),
        _ => expression == from,
    };

    /// <summary>Returns the method that a lambda calls.</summary>
    internal static MethodInfo MethodOf<TDelegate>(Expression<TDelegate> lambda) => ((MethodCallExpression)lambda.Body).Method;
}
