using System.Text;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Segments;

/// <summary>
/// What a rule means, said as plainly as the page of semantics says it: over dictionaries, one sentence after the other, slow. A condition has
/// a positive meaning; where a value is missing it has none; its negative form is the complement.
/// </summary>
internal sealed class RuleOracle(OracleCalendar calendar, SegmentSchema root)
{
    /// <summary>Two-valued: what has no meaning is false, and its negative true.</summary>
    internal bool Holds(SegmentRule rule, Bag bag) => Eval(rule, bag, root, condition => (condition.Meaning ?? false) != condition.IsNegated)!.Value;

    /// <summary>Three-valued: what has no meaning is unknown.</summary>
    internal bool? Judge(SegmentRule rule, Bag bag) => Eval(rule, bag, root, condition => condition.Meaning is { } meaning ? meaning != condition.IsNegated : null);

    private bool? Eval(SegmentRule rule, Bag bag, SegmentSchema schema, Func<(bool? Meaning, bool IsNegated), bool?> truth)
    {
        switch (rule)
        {
            case AndRule and:
                var all = and.Rules.Select(each => Eval(each, bag, schema, truth)).ToList();
                return all.Contains(false) ? false : all.Contains(null) ? null : true;
            case OrRule or:
                var any = or.Rules.Select(each => Eval(each, bag, schema, truth)).ToList();
                return any.Contains(true) ? true : any.Contains(null) ? null : false;
            case NotRule not:
                return !Eval(not.Rule, bag, schema, truth);
            case EveryoneRule:
                return true;
            case InSegmentRule segments:
                return segments.Segments.Any(segment => SegmentWorld.IsMember(bag, segment)) != segments.IsNegated;
            case HasValueRule has:
                return HasValue(Of(bag, has.Field)) != has.IsNegated;
            case CountRule count:
                return Count(count, bag, schema, truth);
            default:
                return truth(Condition(rule, bag, schema));
        }
    }

    private bool? Count(CountRule rule, Bag bag, SegmentSchema schema, Func<(bool? Meaning, bool IsNegated), bool?> truth)
    {
        var items = Field(schema, rule.Collection).Items!;
        var bags = Items(Of(bag, rule.Collection)).Select(item => item as Bag ?? new Bag { [""] = item }).ToList();
        var judged = bags.Select(item => Eval(rule.Where, item, items, truth)).ToList();
        var possible = Enumerable.Range(judged.Count(each => each == true), judged.Count(each => each is null) + 1).Select(count => IsMet(rule, count, bags.Count)).Distinct().ToList();
        return possible.Count == 1 ? possible[0] : null;
    }

    private static bool IsMet(CountRule rule, int count, int all)
    {
        var wanted = rule.Threshold is > 0 and < 1 ? rule.Threshold * all : rule.Threshold;
        return rule.Mode switch
        {
            CountMode.All => count == all,
            CountMode.Some => count >= 1,
            CountMode.None => count == 0,
            CountMode.AtLeast => count >= wanted,
            CountMode.AtMost => count <= wanted,
            _ => count == wanted,
        };
    }

    private (bool? Meaning, bool IsNegated) Condition(SegmentRule rule, Bag bag, SegmentSchema schema)
    {
        switch (rule)
        {
            case CompareRule compare:
                return (Compare(compare, bag, Field(schema, compare.Field)), compare.Operator is CompareOperator.NotEqual or CompareOperator.NotBetween);
            case InSetRule list:
                var field = Field(schema, list.Field);
                var value = Of(bag, list.Field);
                return (HasValue(value) ? list.Values.Any(each => Order(value!, Typed(each, field), field) == 0) : null, list.IsNegated);
            case TextRule text:
                return (Search(text, bag, Field(schema, text.Field)), text.Operator is TextOperator.DoesNotContain or TextOperator.DoesNotBeginWith or TextOperator.DoesNotEndWith);
            case SetsRule sets:
                return (Sets(sets, bag, Field(schema, sets.Field)), sets.Operator is SetOperator.ContainsNone or SetOperator.NotContainsAll);
            default:
                var time = (TimeRule)rule;
                return (Lies(time, Of(bag, time.Field)), time.Operator is TimeOperator.NotInLast or TimeOperator.NotInNext or TimeOperator.NotInPeriod);
        }
    }

    private bool? Compare(CompareRule rule, Bag bag, SegmentField field)
    {
        var (value, one, other) = (Of(bag, rule.Field), Operand(rule.Operand, bag, field), rule.UpTo is null ? "-" : Operand(rule.UpTo, bag, field));
        if (!HasValue(value) || !HasValue(one) || !HasValue(other))
        {
            return null;
        }

        if (rule.UpTo is not null)
        {
            var (low, high) = Order(one!, other!, field) <= 0 ? (one!, other!) : (other!, one!);
            return Order(value!, low, field) >= 0 && Order(value!, high, field) <= 0;
        }

        var order = Order(value!, one!, field);
        return rule.Operator switch
        {
            CompareOperator.Less => order < 0,
            CompareOperator.LessOrEqual => order <= 0,
            CompareOperator.Greater => order > 0,
            CompareOperator.GreaterOrEqual => order >= 0,
            _ => order == 0,
        };
    }

    private bool? Search(TextRule rule, Bag bag, SegmentField field)
    {
        var (value, sought) = (Of(bag, rule.Field), Operand(rule.Operand, bag, field));
        if (!HasValue(value) || !HasValue(sought))
        {
            return null;
        }

        if (value is not string text)
        {
            return Items(value).Any(element => Order(element, sought!, field) == 0);
        }

        var (haystack, needle) = field.IsCaseSensitive ? (text, (string)sought!) : (text.ToUpperInvariant(), ((string)sought!).ToUpperInvariant());
        var places = Enumerable.Range(0, haystack.Length + 1).Where(at => haystack[at..].StartsWith(needle, StringComparison.Ordinal)).ToList();
        return rule.Operator switch
        {
            TextOperator.BeginsWith or TextOperator.DoesNotBeginWith => places.Contains(0),
            TextOperator.EndsWith or TextOperator.DoesNotEndWith => places.Contains(haystack.Length - needle.Length),
            _ => places.Count > 0,
        };
    }

    private bool? Sets(SetsRule rule, Bag bag, SegmentField field)
    {
        var elements = Items(Of(bag, rule.Field)).ToList();
        var wanted = rule.Values.Select(value => elements.Any(element => Order(element, Typed(value, field), field) == 0));
        return elements.Count == 0 ? null : rule.Operator is SetOperator.ContainsAll or SetOperator.NotContainsAll ? wanted.All(has => has) : wanted.Any(has => has);
    }

    private bool? Lies(TimeRule rule, object? value)
    {
        if (value is LocalDate date)
        {
            date = date.WithCalendar(CalendarSystem.Iso);
            return rule.Operator switch
            {
                TimeOperator.InLast or TimeOperator.NotInLast => date > calendar.DatePlus(-rule.Count, rule.Unit) && date <= calendar.Today,
                TimeOperator.InNext or TimeOperator.NotInNext => date >= calendar.Today && date < calendar.DatePlus(rule.Count, rule.Unit),
                TimeOperator.MoreThanAgo => date <= calendar.DatePlus(-rule.Count, rule.Unit),
                TimeOperator.AnniversaryInNext => HasAnniversary(date, calendar.DatePlus(rule.Count, rule.Unit)),
                _ => calendar.IsIn(date, rule.Period!.Value),
            };
        }

        if (value is not Instant at)
        {
            return null;
        }

        return rule.Operator switch
        {
            TimeOperator.InLast or TimeOperator.NotInLast => at > calendar.Plus(-rule.Count, rule.Unit) && at <= calendar.Now,
            TimeOperator.InNext or TimeOperator.NotInNext => at > calendar.Now && at <= calendar.Plus(rule.Count, rule.Unit),
            TimeOperator.MoreThanAgo => at <= calendar.Plus(-rule.Count, rule.Unit),
            _ => calendar.IsIn(calendar.DateOf(at), rule.Period!.Value),
        };
    }

    private bool HasAnniversary(LocalDate date, LocalDate end)
    {
        for (var day = calendar.Today; day < end; day = day.PlusDays(1))
        {
            var isKept = date is { Month: 2, Day: 29 } && !CalendarSystem.Iso.IsLeapYear(day.Year) ? day is { Month: 2, Day: 28 } : (day.Month, day.Day) == (date.Month, date.Day);
            if (isKept && day.Year > date.Year)
            {
                return true;
            }
        }

        return false;
    }

    private object? Operand(SegmentOperand operand, Bag bag, SegmentField field) => operand switch
    {
        FieldOperand other => Of(bag, other.Field),
        RelativeOperand relative when field.Type == FieldType.Date => calendar.Local(relative).Date,
        RelativeOperand relative => calendar.At(relative),
        LiteralOperand literal => Typed(literal.Value, field),
        _ => throw new InvalidOperationException(),
    };

    private object Typed(AttributeValue value, SegmentField field) => value.Type switch
    {
        AttributeType.Text => value.AsText,
        AttributeType.Number => value.AsNumber,
        AttributeType.Boolean => value.AsBoolean,
        AttributeType.Date when field.Type == FieldType.Instant => calendar.Midnight(value.AsDate),
        AttributeType.Date => value.AsDate,
        _ => value.AsInstant,
    };

    private static int Order(object one, object other, SegmentField field) => (one, other) switch
    {
        (string text, string with) when !field.IsCaseSensitive => InOrder(text.ToUpperInvariant().EnumerateRunes().ToArray(), with.ToUpperInvariant().EnumerateRunes().ToArray()),
        (string text, string with) => string.CompareOrdinal(text, with),
        (LocalDate date, LocalDate with) => date.WithCalendar(CalendarSystem.Iso).CompareTo(with.WithCalendar(CalendarSystem.Iso)),
        (IComparable comparable, _) => comparable.CompareTo(other),
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Compares code point by code point.</summary>
    private static int InOrder(Rune[] one, Rune[] other)
    {
        var differs = Enumerable.Range(0, Math.Min(one.Length, other.Length)).Where(at => one[at] != other[at]).Select(at => one[at].CompareTo(other[at])).ToList();
        return differs.Count > 0 ? differs[0] : one.Length.CompareTo(other.Length);
    }

    private static object? Of(Bag bag, string field) => bag.GetValueOrDefault(field);

    private static SegmentField Field(SegmentSchema schema, string name) => schema.TryFind(name, out var field) ? field : throw new InvalidOperationException(name);

    private static IEnumerable<object> Items(object? value) => value is System.Collections.IEnumerable items and not string ? items.Cast<object>() : [];

    private static bool HasValue(object? value) => value switch
    {
        null or "" => false,
        string => true,
        System.Collections.IEnumerable => Items(value).Any(),
        _ => true,
    };
}
