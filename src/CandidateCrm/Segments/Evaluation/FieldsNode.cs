using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A condition over several fields, null where one of them has no value: its positive form, or the exact complement.</summary>
internal sealed class FieldsNode<T>(Func<T, Moment, bool?> positive, bool isNegated) : RuleNode<T>
{
    /// <summary>Gets when it may next be met otherwise; null where no time takes part.</summary>
    internal Func<T, FlipSearch, Instant?>? Changes { get; init; }

    internal override bool Holds(T item, Moment moment) => (positive(item, moment) ?? false) != isNegated;

    internal override bool? Judge(T item, Moment moment) => positive(item, moment) is { } isMet ? isMet != isNegated : null;

    internal override Instant? NextChange(T item, FlipSearch search) => Changes?.Invoke(item, search);
}
