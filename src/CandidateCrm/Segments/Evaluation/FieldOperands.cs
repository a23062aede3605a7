using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Comparisons in which another field of the candidate takes part.</summary>
internal static class FieldOperands
{
    internal static FieldsNode<T> Compare<T, TValue>(Func<T, TValue?> read, Func<T, Moment, TValue?> other, Signs wanted, bool isNegated)
        where TValue : struct, IComparable<TValue> =>
        new((item, moment) => read(item) is { } value && other(item, moment) is { } operand ? wanted.Has(value.CompareTo(operand)) : null, isNegated);

    internal static FieldsNode<T> Between<T, TValue>(Func<T, TValue?> read, (Func<T, Moment, TValue?> From, Func<T, Moment, TValue?> To) bounds, bool isNegated, Func<T, FlipSearch, Instant?>? changes = null)
        where TValue : struct, IComparable<TValue> =>
        new(
            (item, moment) => read(item) is { } value && bounds.From(item, moment) is { } one && bounds.To(item, moment) is { } other
                ? Bounds.Hold(value.CompareTo(one), value.CompareTo(other))
                : null,
            isNegated) { Changes = changes };

    /// <summary>Says when a value may next compare otherwise with the times of bounds; a bound that is a field has none and does not change.</summary>
    internal static Func<T, FlipSearch, Instant?> Changes<T, TValue>(Func<T, TValue?> read, int? from, int? to, Func<FlipSearch, int, TValue, Instant?> next)
        where TValue : struct => (item, search) => read(item) is not { } value
            ? null
            : FlipSearch.Earlier(from is { } one ? next(search, one, value) : null, to is { } other ? next(search, other, value) : null);

    /// <summary>Compares texts; where one of them is empty there is no value.</summary>
    internal static FieldsNode<T> Texts<T>(Func<T, string?> read, Func<T, string?> other, Func<string, string, bool> isMet, bool isNegated) => new(
        (item, _) =>
        {
            var (text, operand) = (read(item), other(item));
            return string.IsNullOrEmpty(text) || string.IsNullOrEmpty(operand) ? null : isMet(text, operand);
        },
        isNegated);

    internal static FieldsNode<T> TextBetween<T>(Func<T, string?> read, Func<T, string?> from, Func<T, string?> to, StringComparison comparison, bool isNegated) => new(
        (item, _) =>
        {
            var (text, one, other) = (read(item), from(item), to(item));
            return string.IsNullOrEmpty(text) || string.IsNullOrEmpty(one) || string.IsNullOrEmpty(other)
                ? null
                : Bounds.Hold(string.Compare(text, one, comparison), string.Compare(text, other, comparison));
        },
        isNegated);

    internal static FieldsNode<T> Has<T>(Func<T, IReadOnlyList<string>?> read, Func<T, string?> other, IEqualityComparer<string> comparer, bool isNegated) => new(
        (item, _) =>
        {
            var elements = Elements.Of(read(item));
            var sought = other(item);
            return elements.IsEmpty || string.IsNullOrEmpty(sought) ? null : elements.Contains(sought, comparer);
        },
        isNegated);

    internal static FieldsNode<T> Has<T>(Func<T, IReadOnlyList<decimal>?> read, Func<T, decimal?> other, bool isNegated) => new(
        (item, _) =>
        {
            var elements = Elements.Of(read(item));
            return elements.IsEmpty || other(item) is not { } sought ? null : elements.Contains(sought);
        },
        isNegated);
}
