using NodaTime;

namespace CandidateCrm.Segments.Queries;

/// <summary>
/// Which values a column can hold, so that a limit which it cannot is compared as the nearest one that it can: a column of microseconds is
/// below half a microsecond where it is at most zero.
/// </summary>
internal abstract class QueryGrid
{
    /// <summary>Gets the grid that holds everything.</summary>
    internal static QueryGrid Any { get; } = new Everything();

    /// <summary>Returns the nearest value at or above a limit, or at or below it; null where it cannot be compared.</summary>
    internal abstract GridPlace? Fit(object value, bool isUp);

    /// <summary>Instants of so many nanoseconds each, from the year 1 on.</summary>
    internal static QueryGrid Instants(long nanoseconds) => new InstantGrid(nanoseconds);

    /// <summary>Dates from the year 1 to 9999.</summary>
    internal static QueryGrid Dates { get; } = new DateGrid();

    /// <summary>Whole numbers within limits.</summary>
    internal static QueryGrid Whole(decimal least, decimal greatest) => new WholeGrid(least, greatest);

    /// <summary>Numbers that are kept as binary fractions: exact up to 15 digits.</summary>
    internal static QueryGrid Binary { get; } = new BinaryGrid();

    private sealed class Everything : QueryGrid
    {
        internal override GridPlace? Fit(object value, bool isUp) => new(value, 0);
    }

    private sealed class InstantGrid(long nanoseconds) : QueryGrid
    {
        private static readonly Instant Least = Instant.FromUtc(1, 1, 1, 0, 0);

        internal override GridPlace? Fit(object value, bool isUp)
        {
            var instant = (Instant)value;
            if (instant < Least)
            {
                return new GridPlace(value, -1);
            }

            var over = (long)((instant - Least).ToInt128Nanoseconds() % nanoseconds);
            if (over == 0)
            {
                return new GridPlace(value, 0);
            }

            var floor = instant - Duration.FromNanoseconds(over);
            return !isUp ? new GridPlace(floor, 0)
                : Instant.MaxValue - floor < Duration.FromNanoseconds(nanoseconds) ? new GridPlace(value, 1)
                : new GridPlace(floor + Duration.FromNanoseconds(nanoseconds), 0);
        }
    }

    private sealed class DateGrid : QueryGrid
    {
        internal override GridPlace? Fit(object value, bool isUp) => new(value, ((LocalDate)value).Year < 1 ? -1 : 0);
    }

    private sealed class WholeGrid(decimal least, decimal greatest) : QueryGrid
    {
        internal override GridPlace? Fit(object value, bool isUp)
        {
            var fitted = isUp ? decimal.Ceiling((decimal)value) : decimal.Floor((decimal)value);
            return new GridPlace(fitted, fitted < least ? -1 : fitted > greatest ? 1 : 0);
        }
    }

    private sealed class BinaryGrid : QueryGrid
    {
        private const decimal EndOfExact = 1_000_000_000_000_000m;

        internal override GridPlace? Fit(object value, bool isUp)
        {
            var digits = Math.Abs((decimal)value);
            while (!decimal.IsInteger(digits) && digits < EndOfExact)
            {
                digits *= 10;
            }

            return decimal.IsInteger(digits) && digits < EndOfExact ? new GridPlace(value, 0) : null;
        }
    }
}
