namespace CandidateCrm.Segments.Queries;

/// <summary>A row of a table, in SQL.</summary>
internal sealed class SqlScope(SegmentSchema schema, SqlTable table, SqlDialect dialect, string alias) : QueryScope<SqlPart>
{
    internal override SegmentSchema Schema => schema;

    internal override SqlPart True { get; } = SqlPart.Of($"1 = 1");

    internal override SqlPart False { get; } = SqlPart.Of($"1 = 0");

    internal override bool CanSay(string text) => Wording.IsStorable(text);

    internal override QueryColumn<SqlPart>? Column(SegmentField field)
    {
        if (!table.Columns.TryGetValue(field.Name, out var column) || field.Items is not null)
        {
            return null;
        }

        var read = Named(column.Name);
        return field.Type switch
        {
            FieldType.Number => new SqlValueColumn(read, dialect, dialect.Numbers, value => dialect.Number((decimal)value)),
            FieldType.Boolean => new SqlValueColumn(read, dialect, QueryGrid.Any, value => dialect.Flag((bool)value)),
            FieldType.Date => new SqlValueColumn(read, dialect, QueryGrid.Dates, value => dialect.Date((NodaTime.LocalDate)value)),
            FieldType.Instant => dialect.Instants(column.Instants) is { } grid
                ? new SqlValueColumn(read, dialect, grid, value => dialect.Instant((NodaTime.Instant)value, column.Instants)) { Form = column.Instants }
                : null,
            _ => new SqlTextColumn(read, column.Upper is { } upper ? Named(upper) : null, dialect),
        };
    }

    internal override QueryItems<SqlPart>? Items(SegmentField field) =>
        table.Items.TryGetValue(field.Name, out var items) && field.Items is { } schemaOfItems ? new SqlRows(items, schemaOfItems, dialect, alias) : null;

    internal override SqlPart? IsIn(InSegmentRule rule, bool isNegated)
    {
        if (table.Members is not { } members)
        {
            return null;
        }

        var rows = new SqlRows(members.Rows, schema, dialect, alias);
        var keys = SqlPart.Join(", ", rule.Segments.Select(segment => SqlPart.Value(segment.Value)));
        return rows.Exists(SqlPart.Of($"{rows.Named(members.Segment)} in ({keys})"), isNegated);
    }

    protected override SqlPart Join(IReadOnlyList<SqlPart> parts, bool isAll) => SqlPart.Of($"({SqlPart.Join(isAll ? " and " : " or ", parts)})");

    private SqlPart Named(string column) => SqlPart.Of($"{new QuotedName(dialect.Quote(alias))}.{new QuotedName(dialect.Quote(column))}");
}
