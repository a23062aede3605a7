namespace CandidateCrm.Segments.Queries;

/// <summary>The rows of another table that belong to a row.</summary>
internal sealed class SqlRows(SqlItems items, SegmentSchema schema, SqlDialect dialect, string outer) : QueryItems<SqlPart>
{
    private readonly string _alias = outer + "_";

    internal override QueryScope<SqlPart> Scope { get; } = new SqlScope(schema, items.Table, dialect, outer + "_");

    internal SqlPart Named(string column) => Column(_alias, column);

    internal override SqlPart Exists(SqlPart where, bool isNegated) => SqlPart.Of($"{new QuotedName(isNegated ? "not exists" : "exists")} (select 1 {From(where)})");

    internal override SqlPart Count(SqlPart where, CompareOperator @operator, CountLimit limit)
    {
        var (count, sign) = (SqlPart.Of($"(select count(*) {From(where)})"), new QuotedName(SqlSigns.Of(@operator)));
        return limit.IsOfAll
            ? SqlPart.Of($"{count} * {SqlPart.Value(limit.Times)} {sign} (select count(*) {From(Scope.True)}) * {SqlPart.Value(limit.Number)}")
            : SqlPart.Of($"{count} {sign} {SqlPart.Value(limit.Number)}");
    }

    private SqlPart From(SqlPart where)
    {
        var joins = items.Joins.Select(join => SqlPart.Of($"{Column(outer, join.Outer)} = {Column(_alias, join.Inner)}"));
        var (schemaName, alias) = (items.Table.Schema, new QuotedName(dialect.Quote(_alias)));
        var name = new QuotedName((schemaName is null ? "" : dialect.Quote(schemaName) + ".") + dialect.Quote(items.Table.Name));
        return SqlPart.Of($"from {name} {alias} where {SqlPart.Join(" and ", joins.Append(where))}");
    }

    private SqlPart Column(string alias, string column) => SqlPart.Of($"{new QuotedName(dialect.Quote(alias))}.{new QuotedName(dialect.Quote(column))}");
}
