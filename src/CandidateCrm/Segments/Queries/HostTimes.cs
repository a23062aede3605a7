#pragma warning disable RS0030 // Hosts keep times in these types. They are read as instants here, and in no other place.
using System.Linq.Expressions;
using NodaTime;

namespace CandidateCrm.Segments.Queries;

/// <summary>The times of the framework, where a host's tables are read.</summary>
internal static class HostTimes
{
    /// <summary>Reads an offset's instant in the place of the offset.</summary>
    internal static Expression<Func<T, Instant?>> Read<T>(Expression<Func<T, DateTimeOffset?>> read)
    {
        Expression<Func<DateTimeOffset?, Instant?>> instant = time => time == null ? null : Instant.FromDateTimeOffset(time.Value);
        return Expression.Lambda<Func<T, Instant?>>(Evaluation.Rebinding.Body(instant, read.Body), read.Parameters);
    }

    /// <summary>Reads a time of UTC, whatever it says of itself: databases do not keep that.</summary>
    internal static Expression<Func<T, Instant?>> Read<T>(Expression<Func<T, DateTime?>> read)
    {
        Expression<Func<DateTime?, Instant?>> instant = time => time == null ? null : Instant.FromDateTimeUtc(DateTime.SpecifyKind(time.Value, DateTimeKind.Utc));
        return Expression.Lambda<Func<T, Instant?>>(Evaluation.Rebinding.Body(instant, read.Body), read.Parameters);
    }

    internal static QueryColumn<Expression>? Column(Expression read, QueryCapabilities can)
    {
        var grid = QueryGrid.Instants(Math.Max(NodaConstants.NanosecondsPerTick, can.InstantNanoseconds));
        return read.Type == typeof(DateTimeOffset) || read.Type == typeof(DateTimeOffset?)
            ? new ValueColumn<DateTimeOffset>(read, value => ((Instant)value).ToDateTimeOffset(), grid) { IsOpaque = !can.ComparesOffsets }
            : ColumnTypes.Of(read, value => ((Instant)value).ToDateTimeUtc(), grid);
    }
}
