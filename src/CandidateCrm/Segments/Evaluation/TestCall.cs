using System.Linq.Expressions;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Holds a test, so that emitted code calls the very code that typed nodes call.</summary>
internal sealed class TestCall<TValue, TTest>(TTest test)
    where TTest : struct, ITest<TValue>
{
    private readonly TTest _test = test;

    internal static Expression Emit(TTest test, Expression value, Expression moment)
    {
        var call = new TestCall<TValue, TTest>(test);
        return Expression.Call(Expression.Constant(call), ((Func<TValue, Moment, bool>)call.IsMet).Method, Expression.Convert(value, typeof(TValue)), moment);
    }

    internal bool IsMet(TValue value, Moment moment) => _test.IsMet(value, moment);
}
