namespace CandidateCrm.Segments.Queries;

/// <summary>One value that a query can read. All comparisons are made where <see cref="IsMissing"/> was ruled out, and say nothing where it was not.</summary>
internal abstract class QueryColumn<TPart>
    where TPart : class
{
    /// <summary>Gets which values can stand in it.</summary>
    internal virtual QueryGrid Grid => QueryGrid.Any;

    /// <summary>Gets in which order the query sorts texts.</summary>
    internal virtual TextOrdering Ordering => TextOrdering.Unknown;

    /// <summary>Gets the same text with every letter in upper case, as texts are compared that ignore case; null where there is none.</summary>
    internal virtual QueryColumn<TPart>? Folded => null;

    /// <summary>Gets the column that is looked at where case is ignored; null stands in it where it stands in this one.</summary>
    internal virtual QueryColumn<TPart> Sought => this;

    /// <summary>Returns the same text with some letters put in the place of others; null where the query cannot do that.</summary>
    internal virtual QueryColumn<TPart>? Replaced(IReadOnlyList<LetterPair> letters) => null;

    /// <summary>Tests for null; null itself where there can be none.</summary>
    internal abstract TPart? IsMissing(bool isNegated);

    /// <summary>Compares with a value of its grid.</summary>
    internal abstract TPart? Is(CompareOperator @operator, object value);

    internal abstract TPart? Is(CompareOperator @operator, QueryColumn<TPart> other);

    internal abstract TPart? IsOneOf(IReadOnlyList<object> values, bool isNegated);

    /// <summary>Searches a text; the operator is a positive one.</summary>
    internal virtual TPart? Has(TextOperator search, string sought, bool isNegated) => null;

    internal virtual TPart? Has(TextOperator search, QueryColumn<TPart> sought, bool isNegated) => null;

    /// <summary>Says whether the month and day of a date lie between two, both included; each is month * 100 + day.</summary>
    internal virtual TPart? IsInYearBetween(int from, int to) => null;
}
