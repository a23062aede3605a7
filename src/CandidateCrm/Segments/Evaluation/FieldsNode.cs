namespace CandidateCrm.Segments.Evaluation;

/// <summary>A condition over several fields, null where one of them has no value: its positive form, or the exact complement.</summary>
internal sealed class FieldsNode<T>(Func<T, Moment, bool?> positive, bool isNegated) : RuleNode<T>
{
    internal override bool Holds(T item, Moment moment) => (positive(item, moment) ?? false) != isNegated;

    internal override bool? Judge(T item, Moment moment) => positive(item, moment) is { } isMet ? isMet != isNegated : null;
}
