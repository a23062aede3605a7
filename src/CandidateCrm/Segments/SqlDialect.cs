using CandidateCrm.Segments.Queries;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>How one database writes what rules say: <see cref="SqliteDialect"/> or <see cref="PostgreSqlDialect"/>.</summary>
public abstract class SqlDialect
{
    private protected SqlDialect()
    {
    }

    internal abstract int LongestName { get; }

    /// <summary>Returns a name as an identifier, whatever stands in it.</summary>
    internal string Quote(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return name.Contains('\0', StringComparison.Ordinal) || System.Text.Encoding.UTF8.GetByteCount(name) > LongestName
            ? throw new ArgumentException($"A name of the database has no U+0000, and at most {LongestName} bytes.", nameof(name))
            : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    internal abstract QueryGrid Numbers { get; }

    internal abstract QueryGrid? Instants(SqlInstants form);

    internal abstract SqlPart Number(decimal number);

    internal abstract SqlPart Flag(bool flag);

    internal abstract SqlPart Date(LocalDate date);

    internal abstract SqlPart Instant(Instant instant, SqlInstants form);

    /// <summary>Writes a text so that it is the same as another only letter by letter.</summary>
    internal abstract SqlPart Exact(SqlPart text);

    /// <summary>Writes a text so that it sorts by code points.</summary>
    internal abstract SqlPart Ordinal(SqlPart text);

    /// <summary>Writes that a text has another in it, where the first letter has the place 1; 0 where it has not.</summary>
    internal abstract SqlPart Place(SqlPart text, SqlPart sought);

    /// <summary>Writes the last letters of a text, as many as another has.</summary>
    internal abstract SqlPart End(SqlPart text, SqlPart sought);

    /// <summary>Writes a search for a text that is known, in a way that an index serves; null where there is none.</summary>
    internal virtual SqlPart? Search(SqlPart text, TextOperator search, string sought, bool isNegated) => null;

    /// <summary>Writes month * 100 + day of a date.</summary>
    internal abstract SqlPart DayOfYear(SqlPart date);

    private protected static SqlPart Unix(Instant instant, SqlInstants form) => SqlPart.Value(form switch
    {
        SqlInstants.UnixSeconds => instant.ToUnixTimeSeconds(),
        SqlInstants.UnixMilliseconds => instant.ToUnixTimeMilliseconds(),
        _ => (instant - NodaConstants.UnixEpoch).BclCompatibleTicks / 10,
    });

    private protected static QueryGrid Steps(SqlInstants form) => QueryGrid.Instants(form switch
    {
        SqlInstants.UnixSeconds => NodaConstants.NanosecondsPerSecond,
        SqlInstants.UnixMilliseconds => NodaConstants.NanosecondsPerMillisecond,
        _ => 1_000,
    });
}
