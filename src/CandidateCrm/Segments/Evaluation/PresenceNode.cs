namespace CandidateCrm.Segments.Evaluation;

/// <summary>Whether there is a value; always known.</summary>
internal sealed class PresenceNode<T, TTest>(TTest test, bool isNegated) : RuleNode<T>
    where TTest : struct, ITest<T>
{
    private readonly TTest _test = test;

    internal override bool Holds(T item, Moment moment) => (_test.Of(item, moment) == Outcome.Yes) != isNegated;

    internal override bool? Judge(T item, Moment moment) => Holds(item, moment);
}
