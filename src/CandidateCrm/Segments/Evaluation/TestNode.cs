namespace CandidateCrm.Segments.Evaluation;

/// <summary>A condition: its positive form, or the exact complement.</summary>
internal sealed class TestNode<T, TTest>(TTest test, bool isNegated) : RuleNode<T>
    where TTest : struct, ITest<T>
{
    private readonly TTest _test = test;

    internal override bool Holds(T item, Moment moment) => (_test.Of(item, moment) == Outcome.Yes) != isNegated;

    internal override bool? Judge(T item, Moment moment) => _test.Of(item, moment) switch
    {
        Outcome.NoValue => null,
        var outcome => (outcome == Outcome.Yes) != isNegated,
    };
}
