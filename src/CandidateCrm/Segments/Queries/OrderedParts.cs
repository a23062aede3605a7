using CandidateCrm.Segments.Evaluation;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments.Queries;

/// <summary>Conditions over numbers, truth values, dates and instants, with what depends on now and the zone worked out.</summary>
internal sealed class OrderedParts<TPart>(QueryScope<TPart> scope, LocalCalendar calendar)
    where TPart : class
{
    internal TPart? Compare(CompareRule rule, SegmentField field, bool isNegated)
    {
        if (scope.Column(field) is not { } column)
        {
            return null;
        }

        var (from, to) = (Operand(rule.Operand, field), rule.UpTo is { } upTo ? Operand(upTo, field) : null);
        if (from is null || (rule.UpTo is not null && to is null))
        {
            return null;
        }

        var others = new[] { from, to }.OfType<QueryColumn<TPart>>().ToList();
        if (to is null)
        {
            var sign = Positive(rule.Operator);
            return Where([column, .. others], Is(column, isNegated ? Complement(sign) : sign, from), isNegated);
        }

        if (others.Count == 0)
        {
            var (low, high) = System.Collections.Comparer.Default.Compare(from, to) <= 0 ? (from, to) : (to, from);
            return Within(column, new RangeEnd(low, IsIn: true), new RangeEnd(high, IsIn: true), isNegated);
        }

        return Where([column, .. others], Between(column, from, to, isNegated), isNegated);
    }

    internal TPart? OneOf(InSetRule rule, SegmentField field, bool isNegated)
    {
        if (scope.Column(field) is not { } column)
        {
            return null;
        }

        var values = new List<object>();
        foreach (var value in rule.Values.Select(value => Value(value, field)).Distinct())
        {
            if (column.Grid.Fit(value, isUp: false) is not { } place)
            {
                return null;
            }

            if (place.Beyond == 0 && column.Grid.Fit(value, isUp: true) is { Beyond: 0 } above && Equals(above.Value, place.Value))
            {
                values.Add(place.Value);
            }
        }

        return values.Count == 0 ? isNegated ? scope.True : scope.False : Where([column], column.IsOneOf(values, isNegated), isNegated);
    }

    internal TPart? Lies(TimeRule rule, SegmentField field, bool isNegated)
    {
        if (scope.Column(field) is not { } column)
        {
            return null;
        }

        if (rule.Operator == TimeOperator.AnniversaryInNext)
        {
            return Anniversary(column, calendar.ShiftDate(rule.Count, rule.Unit), isNegated);
        }

        var isDate = field.Type == FieldType.Date;
        var (from, to) = rule.Operator switch
        {
            TimeOperator.InLast or TimeOperator.NotInLast => (new RangeEnd(Shift(-1), IsIn: false), new RangeEnd(Now(), IsIn: true)),
            TimeOperator.InNext or TimeOperator.NotInNext => (new RangeEnd(Now(), IsIn: isDate), new RangeEnd(Shift(1), IsIn: !isDate)),
            TimeOperator.MoreThanAgo => ((RangeEnd?)null, new RangeEnd(Shift(-1), IsIn: true)),
            _ => (new RangeEnd(Start(calendar.Period(rule.Period!.Value).From), IsIn: true), new RangeEnd(Start(calendar.Period(rule.Period!.Value).To), IsIn: false)),
        };
        return Within(column, from, to, isNegated);

        object Now() => isDate ? calendar.Today : calendar.Now;
        object Shift(int sign) => isDate ? calendar.ShiftDate((long)sign * rule.Count, rule.Unit) : calendar.Shift((long)sign * rule.Count, rule.Unit);
        object Start(LocalDate date) => isDate ? date : calendar.StartOf(date);
    }

    private static CompareOperator Positive(CompareOperator @operator) => @operator == CompareOperator.NotEqual ? CompareOperator.Equal : @operator;

    internal static CompareOperator Complement(CompareOperator @operator) => @operator switch
    {
        CompareOperator.Equal => CompareOperator.NotEqual,
        CompareOperator.NotEqual => CompareOperator.Equal,
        CompareOperator.Less => CompareOperator.GreaterOrEqual,
        CompareOperator.LessOrEqual => CompareOperator.Greater,
        CompareOperator.Greater => CompareOperator.LessOrEqual,
        _ => CompareOperator.Less,
    };

    /// <summary>A part where all have a value; its complement where one has none.</summary>
    private TPart? Where(IEnumerable<QueryColumn<TPart>> columns, TPart? part, bool isNegated) => part is null ? null
        : isNegated ? scope.Any(columns.Select(column => column.IsMissing(isNegated: false)).Append(part))
        : scope.All(columns.Select(column => column.IsMissing(isNegated: true)).Append(part));

    private TPart? Within(QueryColumn<TPart> column, RangeEnd? from, RangeEnd? to, bool isNegated)
    {
        var low = from is { } start ? Is(column, Sign(start.IsIn ? CompareOperator.GreaterOrEqual : CompareOperator.Greater, isNegated), start.Value) : Always(isNegated);
        var high = to is { } end ? Is(column, Sign(end.IsIn ? CompareOperator.LessOrEqual : CompareOperator.Less, isNegated), end.Value) : Always(isNegated);
        return low is null || high is null ? null : Where([column], isNegated ? scope.Any(low, high) : scope.All(low, high), isNegated);
    }

    private TPart? Between(QueryColumn<TPart> column, object one, object other, bool isNegated)
    {
        var (atLeast, atMost) = (Sign(CompareOperator.GreaterOrEqual, isNegated), Sign(CompareOperator.LessOrEqual, isNegated));
        TPart?[] parts = [Is(column, atLeast, one), Is(column, atMost, other), Is(column, atMost, one), Is(column, atLeast, other)];
        return parts.Contains(null) ? null
            : isNegated ? scope.All(scope.Any(parts[0], parts[1]), scope.Any(parts[2], parts[3]))
            : scope.Any(scope.All(parts[0], parts[1]), scope.All(parts[2], parts[3]));
    }

    private TPart? Is(QueryColumn<TPart> column, CompareOperator @operator, object operand)
    {
        if (operand is QueryColumn<TPart> other)
        {
            return column.Is(@operator, other);
        }

        // At least a limit, or below it, is at least the next value that the column holds, or below that; the others go by the one before.
        var isUp = @operator is CompareOperator.GreaterOrEqual or CompareOperator.Less;
        if (column.Grid.Fit(operand, isUp) is not { } place)
        {
            return null;
        }

        var isEqual = @operator is CompareOperator.Equal or CompareOperator.NotEqual;
        if (place.Beyond != 0 || (isEqual && !Equals(column.Grid.Fit(operand, isUp: true), place)))
        {
            return @operator switch
            {
                CompareOperator.Equal => scope.False,
                CompareOperator.NotEqual => scope.True,
                CompareOperator.Greater or CompareOperator.GreaterOrEqual => place.Beyond < 0 ? scope.True : scope.False,
                _ => place.Beyond > 0 ? scope.True : scope.False,
            };
        }

        return column.Is(@operator, place.Value);
    }

    /// <summary>
    /// A later year than that of the date has its day in [today, end). Of the years that the window touches the first and the last may be partly in it;
    /// of those wholly in it the last lets in what the others do.
    /// </summary>
    private TPart? Anniversary(QueryColumn<TPart> column, LocalDate end, bool isNegated)
    {
        var (first, last) = (calendar.Today, end.PlusDays(-1));
        var parts = new List<TPart?>();
        foreach (var year in new[] { first.Year, last.Year, last.Year - 1 }.Distinct().Where(year => year >= first.Year))
        {
            var from = year == first.Year ? (first.Month * 100) + first.Day : 101;
            var to = year == last.Year ? (last.Month * 100) + last.Day : 1231;
            to = to == 228 && !CalendarSystem.Iso.IsLeapYear(year) ? 229 : to;
            var isEarlier = Is(column, Sign(CompareOperator.Less, isNegated), new LocalDate(year, 1, 1));
            var isInYear = from == 101 && to == 1231 ? Always(isNegated) : InYear(column, from, to, isNegated);
            parts.Add(isEarlier is null || isInYear is null ? null : isNegated ? scope.Any(isEarlier, isInYear) : scope.All(isEarlier, isInYear));
        }

        return parts.Contains(null) ? null : Where([column], isNegated ? scope.All(parts) : scope.Any(parts), isNegated);
    }

    private TPart? InYear(QueryColumn<TPart> column, int from, int to, bool isNegated)
    {
        if (!isNegated)
        {
            return column.IsInYearBetween(from, to);
        }

        var (before, after) = (column.IsInYearBetween(0, from - 1), column.IsInYearBetween(to + 1, 1300));
        return before is null || after is null ? null : scope.Any(before, after);
    }

    private TPart Always(bool isNegated) => isNegated ? scope.False : scope.True;

    private static CompareOperator Sign(CompareOperator @operator, bool isNegated) => isNegated ? Complement(@operator) : @operator;

    private object? Operand(SegmentOperand operand, SegmentField field) => operand switch
    {
        LiteralOperand literal => Value(literal.Value, field),
        RelativeOperand relative => field.Type == FieldType.Date ? calendar.ResolveDate(relative) : calendar.Resolve(relative),
        FieldOperand other => scope.Schema.TryFind(other.Field, out var named) ? scope.Column(named) : null,
        _ => null,
    };

    private object Value(AttributeValue value, SegmentField field) => value.Type switch
    {
        AttributeType.Number => value.AsNumber,
        AttributeType.Boolean => value.AsBoolean,
        AttributeType.Date => field.Type == FieldType.Instant ? calendar.StartOf(value.AsDate) : value.AsDate,
        _ => value.AsInstant,
    };
}
