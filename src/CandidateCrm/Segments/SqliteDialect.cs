using CandidateCrm.Segments.Queries;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Segments;

/// <summary>SQLite.</summary>
public sealed class SqliteDialect : SqlDialect
{
    private const int Longest = 1_000;
    private const decimal EndOfWhole = 9_000_000_000_000_000m;

    private SqliteDialect()
    {
    }

    /// <summary>Gets the dialect.</summary>
    public static SqliteDialect Instance { get; } = new();

    internal override int LongestName => Longest;

    internal override QueryGrid Numbers => QueryGrid.Binary;

    internal override QueryGrid? Instants(SqlInstants form) => form == SqlInstants.TimestampWithTimeZone ? null : Steps(form);

    internal override SqlPart Number(decimal number) => decimal.IsInteger(number) && Math.Abs(number) < EndOfWhole ? SqlPart.Value((long)number) : SqlPart.Value((double)number);

    internal override SqlPart Flag(bool flag) => SqlPart.Value(flag ? 1L : 0L);

    internal override SqlPart Date(LocalDate date) => SqlPart.Value(LocalDatePattern.Iso.Format(date));

    internal override SqlPart Instant(Instant instant, SqlInstants form) => Unix(instant, form);

    internal override SqlPart Exact(SqlPart text) => Ordinal(text);

    internal override SqlPart Ordinal(SqlPart text) => SqlPart.Of($"{text} collate binary");

    internal override SqlPart Place(SqlPart text, SqlPart sought) => SqlPart.Of($"instr({text}, {sought})");

    internal override SqlPart End(SqlPart text, SqlPart sought) => SqlPart.Of($"substr({text}, -length({sought}))");

    internal override SqlPart DayOfYear(SqlPart date) => SqlPart.Of($"cast(substr({date}, 6, 2) || substr({date}, 9, 2) as integer)");
}
