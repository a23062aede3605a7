namespace CandidateCrm.Segments.Queries;

/// <summary>A number, truth value, date or instant in SQL.</summary>
internal sealed class SqlValueColumn(SqlPart read, SqlDialect dialect, QueryGrid grid, Func<object, SqlPart> say) : QueryColumn<SqlPart>
{
    internal override QueryGrid Grid => grid;

    /// <summary>Gets how instants are kept: two columns are compared where both keep them alike.</summary>
    internal SqlInstants? Form { get; init; }

    internal override SqlPart IsMissing(bool isNegated) => SqlSigns.IsMissing(read, isNegated);

    internal override SqlPart Is(CompareOperator @operator, object value) => Is(@operator, say(value));

    internal override SqlPart? Is(CompareOperator @operator, QueryColumn<SqlPart> other) => other is SqlValueColumn same && same.Form == Form ? Is(@operator, same.Read) : null;

    internal override SqlPart IsOneOf(IReadOnlyList<object> values, bool isNegated) => SqlSigns.IsOneOf(read, values.Select(say), isNegated);

    internal override SqlPart IsInYearBetween(int from, int to) =>
        SqlPart.Of($"{dialect.DayOfYear(read)} between {SqlPart.Value((long)from)} and {SqlPart.Value((long)to)}");

    private SqlPart Read => read;

    private SqlPart Is(CompareOperator @operator, SqlPart other) => SqlPart.Of($"{read} {new QuotedName(SqlSigns.Of(@operator))} {other}");
}
