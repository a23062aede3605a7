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

    internal override SqlPart Number(decimal number) => SqlPart.Value(number);

    internal override SqlPart Flag(bool flag) => SqlPart.Value(flag);

    internal override SqlPart Date(LocalDate date) => SqlPart.Of($"cast({SqlPart.Value(LocalDatePattern.Iso.Format(date))} as date)");

    internal override SqlPart Instant(Instant instant, SqlInstants form) => form == SqlInstants.TimestampWithTimeZone
        ? SqlPart.Of($"cast({SqlPart.Value(InstantPattern.ExtendedIso.Format(instant))} as timestamptz)")
        : Unix(instant, form);

    internal override SqlPart Exact(SqlPart text) => text;

    internal override SqlPart Ordinal(SqlPart text) => SqlPart.Of($"{text} collate \"C\"");

    internal override SqlPart Place(SqlPart text, SqlPart sought) => SqlPart.Of($"strpos({text}, {sought})");

    internal override SqlPart End(SqlPart text, SqlPart sought) => SqlPart.Of($"right({text}, length({sought}))");

    internal override SqlPart DayOfYear(SqlPart date) => SqlPart.Of($"cast(to_char({date}, 'MMDD') as integer)");
}
