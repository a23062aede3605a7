using System.Linq.Expressions;
using CandidateCrm.Segments.Evaluation;
using NodaTime;

namespace CandidateCrm.Segments.Queries;

/// <summary>The types in which hosts keep values, and how rules' values read in them.</summary>
internal static class ColumnTypes
{
    private static readonly Expression<Func<DateOnly, int>> DayOfDate = date => (date.Month * 100) + date.Day;
    private static readonly Expression<Func<LocalDate, int>> DayOfLocalDate = date => (date.Month * 100) + date.Day;
    private static readonly Expression<Func<LocalDate?, LocalDate?>> InIso = date => date == null ? null : IsoDate.Of(date.Value);

    /// <summary>Returns a field as rules read it in memory.</summary>
    internal static QueryColumn<Expression>? OfMemory(Expression read)
    {
        if (read.Type == typeof(LocalDate) || read.Type == typeof(LocalDate?))
        {
            var iso = Rebinding.Body(InIso, Expression.Convert(read, typeof(LocalDate?)));
            return new ValueColumn<LocalDate>(iso, value => (LocalDate)value, QueryGrid.Any) { DayOfYear = Day(DayOfLocalDate) };
        }

        return read.Type == typeof(string) ? new TextColumn(read, null, QueryCapabilities.InMemory)
            : Of<decimal>(read, value => (decimal)value, QueryGrid.Any)
            ?? Of<bool>(read, value => (bool)value, QueryGrid.Any)
            ?? Of<Instant>(read, value => (Instant)value, QueryGrid.Any);
    }

    /// <summary>Returns a field as a provider reads it, in the type of the host.</summary>
    internal static QueryColumn<Expression>? OfProvider(Expression read, Expression? folded, QueryCapabilities can)
    {
        if (read.Type == typeof(string))
        {
            return new TextColumn(read, folded, can);
        }

        return Number(read) ?? Of<bool>(read, value => (bool)value, QueryGrid.Any) ?? Time(read, can) ?? HostTimes.Column(read, can);
    }

    internal static QueryColumn<Expression>? Of<TValue>(Expression read, Func<object, TValue> convert, QueryGrid grid, Expression<Func<TValue, int>>? dayOfYear = null)
        where TValue : struct => read.Type == typeof(TValue) || read.Type == typeof(TValue?)
        ? new ValueColumn<TValue>(read, convert, grid) { DayOfYear = dayOfYear is null ? null : Day(dayOfYear) }
        : null;

    private static Func<Expression, Expression> Day<TValue>(Expression<Func<TValue, int>> day) => value => Rebinding.Body(day, value);

    private static QueryColumn<Expression>? Number(Expression read) =>
        Of(read, value => (decimal)value, QueryGrid.Any)
        ?? Of(read, value => (int)(decimal)value, QueryGrid.Whole(int.MinValue, int.MaxValue))
        ?? Of(read, value => (long)(decimal)value, QueryGrid.Whole(long.MinValue, long.MaxValue))
        ?? Of(read, value => (short)(decimal)value, QueryGrid.Whole(short.MinValue, short.MaxValue))
        ?? Of(read, value => (byte)(decimal)value, QueryGrid.Whole(byte.MinValue, byte.MaxValue));

    private static QueryColumn<Expression>? Time(Expression read, QueryCapabilities can) =>
        Of(read, value => ((LocalDate)value).ToDateOnly(), QueryGrid.Dates, DayOfDate)
        ?? Of(read, value => (LocalDate)value, QueryGrid.Dates)
        ?? Of(read, value => (Instant)value, QueryGrid.Instants(can.InstantNanoseconds));
}
