namespace CandidateCrm.Segments.Queries;

/// <summary>A text or code in SQL, compared and sorted by code points.</summary>
internal sealed class SqlTextColumn(SqlPart read, SqlPart? upper, SqlDialect dialect) : QueryColumn<SqlPart>
{
    internal override TextOrdering Ordering => TextOrdering.CodePoints;

    internal override QueryColumn<SqlPart>? Folded => upper is null ? null : new SqlTextColumn(upper, null, dialect);

    internal override QueryColumn<SqlPart> Sought => Folded ?? this;

    internal override QueryColumn<SqlPart> Replaced(IReadOnlyList<LetterPair> letters) => new SqlTextColumn(
        letters.Aggregate(read, (text, pair) => SqlPart.Of($"replace({text}, {SqlPart.Value(pair.Letter)}, {SqlPart.Value(pair.Stands)})")), null, dialect);

    internal override SqlPart IsMissing(bool isNegated) => SqlSigns.IsMissing(read, isNegated);

    internal override SqlPart Is(CompareOperator @operator, object value) => Is(@operator, SqlPart.Value(value));

    internal override SqlPart? Is(CompareOperator @operator, QueryColumn<SqlPart> other) => other is SqlTextColumn { Read: var text } ? Is(@operator, text) : null;

    internal override SqlPart IsOneOf(IReadOnlyList<object> values, bool isNegated) => SqlSigns.IsOneOf(dialect.Exact(read), values.Select(SqlPart.Value), isNegated);

    internal override SqlPart Has(TextOperator search, string sought, bool isNegated) => dialect.Search(read, search, sought, isNegated) ?? Has(search, SqlPart.Value(sought), isNegated);

    internal override SqlPart? Has(TextOperator search, QueryColumn<SqlPart> sought, bool isNegated) => sought is SqlTextColumn { Read: var text } ? Has(search, text, isNegated) : null;

    private SqlPart Read => read;

    private SqlPart Is(CompareOperator @operator, SqlPart other)
    {
        var text = @operator is CompareOperator.Equal or CompareOperator.NotEqual ? dialect.Exact(read) : dialect.Ordinal(read);
        return SqlPart.Of($"{text} {new QuotedName(SqlSigns.Of(@operator))} {other}");
    }

    private SqlPart Has(TextOperator search, SqlPart sought, bool isNegated) => (search, isNegated) switch
    {
        (TextOperator.BeginsWith, false) => SqlPart.Of($"{dialect.Place(read, sought)} = 1"),
        (TextOperator.BeginsWith, true) => SqlPart.Of($"{dialect.Place(read, sought)} <> 1"),
        (TextOperator.EndsWith, false) => SqlPart.Of($"{dialect.End(read, sought)} = {sought}"),
        (TextOperator.EndsWith, true) => SqlPart.Of($"{dialect.End(read, sought)} <> {sought}"),
        (_, false) => SqlPart.Of($"{dialect.Place(read, sought)} > 0"),
        (_, true) => SqlPart.Of($"{dialect.Place(read, sought)} = 0"),
    };
}
