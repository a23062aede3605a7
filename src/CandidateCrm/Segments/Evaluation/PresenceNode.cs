namespace CandidateCrm.Segments.Evaluation;

/// <summary>Whether there is a value; always known.</summary>
internal sealed class PresenceNode<T>(Func<T, bool> hasValue, bool isNegated) : RuleNode<T>
{
    internal override bool Holds(T item, Moment moment) => hasValue(item) != isNegated;

    internal override bool? Judge(T item, Moment moment) => hasValue(item) != isNegated;
}
