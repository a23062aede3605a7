using CandidateCrm.Segments.Queries;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Segments;

/// <summary>PostgreSQL.</summary>
public sealed class PostgreSqlDialect : SqlDialect
{
    private const int Longest = 63;

    private PostgreSqlDialect()
    {
    }

    /// <summary>Gets the dialect.</summary>
    public static PostgreSqlDialect Instance { get; } = new();

    internal override int LongestName => Longest;

    internal override QueryGrid Numbers => QueryGrid.Any;

    internal override QueryGrid? Instants(SqlInstants form) => Steps(form);

    /// <summary>Whole numbers go as such: an index of a column of whole numbers serves no comparison with a decimal, and one of decimals serves both.</summary>
    internal override SqlPart Number(decimal number) => SqlPart.Value(number is >= long.MinValue and <= long.MaxValue && decimal.IsInteger(number) ? (long)number : number);

    internal override SqlPart Flag(bool flag) => SqlPart.Value(flag);

    internal override SqlPart Date(LocalDate date) => SqlPart.Of($"cast({SqlPart.Value(LocalDatePattern.Iso.Format(date))} as date)");

    internal override SqlPart Instant(Instant instant, SqlInstants form) => form == SqlInstants.TimestampWithTimeZone
        ? SqlPart.Of($"cast({SqlPart.Value(InstantPattern.ExtendedIso.Format(instant))} as timestamptz)")
        : Unix(instant, form);

    internal override SqlPart Exact(SqlPart text) => text;

    internal override SqlPart Ordinal(SqlPart text) => SqlPart.Of($"{text} collate \"C\"");

    internal override SqlPart Place(SqlPart text, SqlPart sought) => SqlPart.Of($"strpos({text}, {sought})");

    internal override SqlPart End(SqlPart text, SqlPart sought) => SqlPart.Of($"right({text}, length({sought}))");

    /// <summary>A pattern is served by an index for patterns or for trigrams; <c>strpos</c> by none.</summary>
    internal override SqlPart Search(SqlPart text, TextOperator search, string sought, bool isNegated)
    {
        var exact = string.Concat(sought.Select(letter => letter is '%' or '_' or '\\' ? $"\\{letter}" : letter.ToString()));
        var pattern = (search == TextOperator.BeginsWith ? "" : "%") + exact + (search == TextOperator.EndsWith ? "" : "%");
        return SqlPart.Of($"{text} {new QuotedName(isNegated ? "not like" : "like")} {SqlPart.Value(pattern)}");
    }

    internal override SqlPart DayOfYear(SqlPart date) => SqlPart.Of($"cast(to_char({date}, 'MMDD') as integer)");
}
