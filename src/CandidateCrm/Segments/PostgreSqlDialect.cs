using CandidateCrm.Segments.Queries;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Segments;

/// <summary>PostgreSQL.</summary>
public sealed class PostgreSqlDialect : SqlDialect
{
    private const int Longest = 63;

    /// <summary>Up to here a binary number of seconds has every microsecond: within 136 years of 1970. What lies beyond is a text, which is read again for each row.</summary>
    private const long FarthestSecond = 1L << 32;

    private static readonly LocalDate Epoch = new(1970, 1, 1);

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

    /// <summary>Counted, because a text would be read as a date again for each row.</summary>
    internal override SqlPart Date(LocalDate date) => SqlPart.Of($"(date '1970-01-01' + cast({SqlPart.Value((long)Period.DaysBetween(Epoch, date))} as integer))");

    internal override SqlPart Instant(Instant instant, SqlInstants form) =>
        form != SqlInstants.TimestampWithTimeZone ? Unix(instant, form)
        : Math.Abs(instant.ToUnixTimeSeconds()) < FarthestSecond ? SqlPart.Of($"to_timestamp({Unix(instant, SqlInstants.UnixMicroseconds)} * 0.000001)")
        : SqlPart.Of($"cast({SqlPart.Value(InstantPattern.ExtendedIso.Format(instant))} as timestamptz)");

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
