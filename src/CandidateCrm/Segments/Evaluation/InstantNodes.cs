using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>The nodes over instants. What depends on now and the zone is computed once for a moment, and only looked up for a candidate.</summary>
internal sealed class InstantNodes<T>(FieldReaders<T> fields, MomentPlan plan)
{
    internal RuleNode<T> Compare(CompareRule rule, bool isNegated)
    {
        var read = fields.Instant(rule.Field);
        return (rule.Operand, rule.UpTo) switch
        {
            (not FieldOperand, null) => new ValueNode<T, Instant?, InstantCompare>(fields.Of<Instant?>(rule.Field), new(Slot(rule.Operand), Signs.Of(rule.Operator)), isNegated),
            (not FieldOperand, not FieldOperand) => new ValueNode<T, Instant?, InstantBetween>(fields.Of<Instant?>(rule.Field), new(Slot(rule.Operand), Slot(rule.UpTo)), isNegated),
            (_, null) => FieldOperands.Compare(read, Operand(rule.Operand).Read, Signs.Of(rule.Operator), isNegated),
            _ => Between(read, Operand(rule.Operand), Operand(rule.UpTo), isNegated),
        };
    }

    internal RuleNode<T> OneOf(InSetRule rule)
    {
        var instants = rule.Values.Where(value => value.Type == AttributeType.Instant).Select(value => value.AsInstant);
        var slots = rule.Values.Where(value => value.Type == AttributeType.Date).Select(value => Slot(new LiteralOperand(value)));
        return new ValueNode<T, Instant?, InstantOneOf>(fields.Of<Instant?>(rule.Field), new([.. instants], [.. slots]), rule.IsNegated);
    }

    internal RuleNode<T> Lies(TimeRule rule, bool isNegated)
    {
        InstantWindow window = rule.Operator switch
        {
            TimeOperator.InLast or TimeOperator.NotInLast => new(Shift(-1), Now(), new WindowEnds(isFromIn: false, isToIn: true)),
            TimeOperator.InNext or TimeOperator.NotInNext => new(Now(), Shift(1), new WindowEnds(isFromIn: false, isToIn: true)),
            TimeOperator.MoreThanAgo => new(plan.Add(new FixedTime<Instant>(_ => Instant.MinValue)), Shift(-1), new WindowEnds(isFromIn: true, isToIn: true)),
            _ => new(Edge(period => period.From), Edge(period => period.To), new WindowEnds(isFromIn: true, isToIn: false)),
        };
        return new ValueNode<T, Instant?, InstantWindow>(fields.Of<Instant?>(rule.Field), window, isNegated);

        int Now() => plan.Add(new ShiftedNow(0, TimeUnit.Minute));
        int Shift(int sign) => plan.Add(new ShiftedNow((long)sign * rule.Count, rule.Unit));
        int Edge(Func<(LocalDate From, LocalDate To), LocalDate> edge) => plan.Add(new TimeOfToday<Instant>(calendar => calendar.StartOf(edge(calendar.Period(rule.Period!.Value)))));
    }

    private static FieldsNode<T> Between(Func<T, Instant?> read, (Func<T, Moment, Instant?> Read, int? Slot) from, (Func<T, Moment, Instant?> Read, int? Slot) to, bool isNegated)
    {
        var changes = FieldOperands.Changes(read, from.Slot, to.Slot, (search, slot, value) => search.Next(slot, value));
        return FieldOperands.Between(read, (from.Read, to.Read), isNegated, changes);
    }

    private int Slot(SegmentOperand operand) => operand switch
    {
        RelativeOperand { Anchor: TimeAnchor.Now } shifted => plan.Add(new ShiftedNow(shifted.Offset, shifted.Unit)),
        RelativeOperand relative => plan.Add(new TimeOfToday<Instant>(calendar => calendar.Resolve(relative))),
        LiteralOperand { Value: { Type: AttributeType.Date } date } => plan.Add(new FixedTime<Instant>(calendar => calendar.StartOf(date.AsDate))),
        _ => plan.Add(new FixedTime<Instant>(_ => ((LiteralOperand)operand).Value.AsInstant)),
    };

    private (Func<T, Moment, Instant?> Read, int? Slot) Operand(SegmentOperand operand)
    {
        if (operand is FieldOperand other)
        {
            var read = fields.Instant(other.Field);
            return ((item, _) => read(item), null);
        }

        var slot = Slot(operand);
        return ((_, moment) => moment.InstantAt(slot), slot);
    }
}
