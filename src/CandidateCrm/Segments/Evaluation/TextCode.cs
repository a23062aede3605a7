using System.Linq.Expressions;
using System.Reflection;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Code that compares a text with a literal. The literal stands in the code, so that the comparison is written out for its very letters.</summary>
internal static class TextCode
{
    private static readonly MethodInfo Is = ((Func<string?, string?, StringComparison, bool>)string.Equals).Method;
    private static readonly MethodInfo Begins = ((MethodCallExpression)((Expression<Func<string, bool>>)(text => text.StartsWith("", StringComparison.Ordinal))).Body).Method;

    /// <summary>Writes that a text is a literal.</summary>
    internal static Expression Equal(Expression value, string wanted, StringComparison comparison) =>
        Expression.Call(Is, value, Expression.Constant(wanted), Expression.Constant(comparison));

    /// <summary>Writes that a text begins with a literal.</summary>
    internal static Expression StartsWith(Expression value, string sought, StringComparison comparison)
    {
        var text = Expression.Variable(typeof(string));
        return Expression.Block(
            [text],
            Expression.Assign(text, value),
            Expression.AndAlso(
                Expression.ReferenceNotEqual(text, Expression.Constant(null, typeof(string))),
                Expression.Call(text, Begins, Expression.Constant(sought), Expression.Constant(comparison))));
    }
}
