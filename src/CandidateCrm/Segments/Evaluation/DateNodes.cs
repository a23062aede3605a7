using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>The nodes over dates. What depends on now and the zone is computed once for a moment, and only looked up for a candidate.</summary>
internal sealed class DateNodes<T>(FieldReaders<T> fields, MomentPlan plan)
{
    internal RuleNode<T> Compare(CompareRule rule, bool isNegated) => (rule.Operand, rule.UpTo) switch
    {
        (not FieldOperand, null) => new ValueNode<T, LocalDate?, DateCompare>(fields.Of<LocalDate?>(rule.Field), new(Slot(rule.Operand), Signs.Of(rule.Operator)), isNegated),
        (not FieldOperand, not FieldOperand) => new ValueNode<T, LocalDate?, DateBetween>(fields.Of<LocalDate?>(rule.Field), new(Slot(rule.Operand), Slot(rule.UpTo)), isNegated),
        (_, null) => FieldOperands.Compare(fields.Iso(rule.Field), Operand(rule.Operand).Read, Signs.Of(rule.Operator), isNegated),
        _ => Between(fields.Iso(rule.Field), Operand(rule.Operand), Operand(rule.UpTo), isNegated),
    };

    internal RuleNode<T> OneOf(InSetRule rule) =>
        new ValueNode<T, LocalDate?, DateOneOf>(fields.Of<LocalDate?>(rule.Field), new([.. rule.Values.Select(value => value.AsDate)]), rule.IsNegated);

    internal RuleNode<T> Lies(TimeRule rule, bool isNegated)
    {
        if (rule.Operator == TimeOperator.AnniversaryInNext)
        {
            return new ValueNode<T, LocalDate?, Anniversary>(fields.Of<LocalDate?>(rule.Field), new(Shift(1)), isNegated);
        }

        DateWindow window = rule.Operator switch
        {
            TimeOperator.InLast or TimeOperator.NotInLast => new(Shift(-1), Today(), new WindowEnds(isFromIn: false, isToIn: true)),
            TimeOperator.InNext or TimeOperator.NotInNext => new(Today(), Shift(1), new WindowEnds(isFromIn: true, isToIn: false)),
            TimeOperator.MoreThanAgo => new(plan.Add(new FixedTime<LocalDate>(_ => LocalDate.MinIsoValue)), Shift(-1), new WindowEnds(isFromIn: true, isToIn: true)),
            _ => new(Edge(period => period.From), Edge(period => period.To), new WindowEnds(isFromIn: true, isToIn: false)),
        };
        return new ValueNode<T, LocalDate?, DateWindow>(fields.Of<LocalDate?>(rule.Field), window, isNegated);

        int Today() => OfToday(calendar => calendar.Today);
        int Shift(int sign) => OfToday(calendar => calendar.ShiftDate((long)sign * rule.Count, rule.Unit));
        int Edge(Func<(LocalDate From, LocalDate To), LocalDate> edge) => OfToday(calendar => edge(calendar.Period(rule.Period!.Value)));
    }

    private static FieldsNode<T> Between(Func<T, LocalDate?> read, (Func<T, Moment, LocalDate?> Read, int? Slot) from, (Func<T, Moment, LocalDate?> Read, int? Slot) to, bool isNegated)
    {
        var changes = FieldOperands.Changes(read, from.Slot, to.Slot, (search, slot, value) => search.Next(slot, value));
        return FieldOperands.Between(read, (from.Read, to.Read), isNegated, changes);
    }

    private int Slot(SegmentOperand operand) => operand is RelativeOperand relative
        ? OfToday(calendar => calendar.ResolveDate(relative))
        : plan.Add(new FixedTime<LocalDate>(_ => ((LiteralOperand)operand).Value.AsDate));

    private int OfToday(Func<LocalCalendar, LocalDate> resolve) => plan.Add(new TimeOfToday<LocalDate>(resolve));

    private (Func<T, Moment, LocalDate?> Read, int? Slot) Operand(SegmentOperand operand)
    {
        if (operand is FieldOperand other)
        {
            var read = fields.Iso(other.Field);
            return ((item, _) => read(item), null);
        }

        var slot = Slot(operand);
        return ((_, moment) => moment.DateAt(slot), slot);
    }
}
