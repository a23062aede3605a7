using System.Linq.Expressions;
using System.Reflection;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Holds the test of a set, so that emitted code calls it with an array.</summary>
internal sealed class TextArrayHas(TextSetHas test)
{
    private static readonly MethodInfo Method = ((Func<string[]?, bool>)new TextArrayHas(default).IsMet).Method;

    private readonly TextSetHas _test = test;

    internal static Expression Emit(TextSetHas test, Expression array) => Expression.Call(Expression.Constant(new TextArrayHas(test)), Method, array);

    internal bool IsMet(string[]? array) => _test.IsMet(array);
}
