using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>The nodes over dates and instants. What depends on now and the zone is computed once for a moment, and only looked up for a candidate.</summary>
internal sealed class TimeNodes<T>(SegmentSchema<T> schema, MomentPlan plan)
{
    internal RuleNode<T> Instants(CompareRule rule, bool isNegated)
    {
        var read = Instants(rule.Field);
        return rule switch
        {
            { UpTo: null, Operand: FieldOperand other } => Node(new CompareTest<T, Instant, FieldValue<T, Instant>>(read, new(Instants(other.Field)), Signs.Of(rule.Operator)), isNegated),
            { UpTo: null } => Node(new CompareTest<T, Instant, InstantSlot<T>>(read, InstantSlot(rule.Operand), Signs.Of(rule.Operator)), isNegated),
            { Operand: FieldOperand from, UpTo: FieldOperand to } => Between(read, new FieldValue<T, Instant>(Instants(from.Field)), new FieldValue<T, Instant>(Instants(to.Field)), isNegated),
            { Operand: FieldOperand from } => Between(read, new FieldValue<T, Instant>(Instants(from.Field)), InstantSlot(rule.UpTo), isNegated),
            { UpTo: FieldOperand to } => Between(read, InstantSlot(rule.Operand), new FieldValue<T, Instant>(Instants(to.Field)), isNegated),
            _ => Between(read, InstantSlot(rule.Operand), InstantSlot(rule.UpTo), isNegated),
        };
    }

    internal RuleNode<T> Dates(CompareRule rule, bool isNegated)
    {
        var read = Dates(rule.Field);
        return rule switch
        {
            { UpTo: null, Operand: FieldOperand other } => Node(new CompareTest<T, LocalDate, FieldValue<T, LocalDate>>(read, new(Dates(other.Field)), Signs.Of(rule.Operator)), isNegated),
            { UpTo: null } => Node(new CompareTest<T, LocalDate, DateSlot<T>>(read, DateSlot(rule.Operand), Signs.Of(rule.Operator)), isNegated),
            { Operand: FieldOperand from, UpTo: FieldOperand to } => Between(read, new FieldValue<T, LocalDate>(Dates(from.Field)), new FieldValue<T, LocalDate>(Dates(to.Field)), isNegated),
            { Operand: FieldOperand from } => Between(read, new FieldValue<T, LocalDate>(Dates(from.Field)), DateSlot(rule.UpTo), isNegated),
            { UpTo: FieldOperand to } => Between(read, DateSlot(rule.Operand), new FieldValue<T, LocalDate>(Dates(to.Field)), isNegated),
            _ => Between(read, DateSlot(rule.Operand), DateSlot(rule.UpTo), isNegated),
        };
    }

    internal RuleNode<T> OneOf(InSetRule rule)
    {
        var instants = rule.Values.Where(value => value.Kind == SegmentValueKind.Instant).Select(value => value.AsInstant);
        var slots = rule.Values.Where(value => value.Kind == SegmentValueKind.Date).Select(value => value.AsDate).Select(date => plan.Add(calendar => calendar.StartOf(date)));
        return Node(new InstantOneOfTest<T>(Instants(rule.Field), [.. instants], [.. slots]), rule.IsNegated);
    }

    internal RuleNode<T> Lies(TimeRule rule, FieldType type)
    {
        var isNegated = rule.Operator is TimeOperator.NotInLast or TimeOperator.NotInNext or TimeOperator.NotInPeriod;
        if (rule.Operator == TimeOperator.AnniversaryInNext)
        {
            return Node(new AnniversaryTest<T>(Dates(rule.Field), plan.Add(calendar => calendar.ShiftDate(rule.Count, rule.Unit))), isNegated);
        }

        return type == FieldType.Date ? DateWindow(rule, isNegated) : InstantWindow(rule, isNegated);
    }

    /// <summary>Reads dates in the ISO calendar: dates of different calendars cannot be compared.</summary>
    internal Func<T, LocalDate?> Dates(string field)
    {
        var read = ((ValueReader<T, LocalDate?>)schema.ReaderOf(field)).Read;
        return item => read(item) is { } date ? date.Calendar == CalendarSystem.Iso ? date : date.WithCalendar(CalendarSystem.Iso) : null;
    }

    private static TestNode<T, TTest> Node<TTest>(TTest test, bool isNegated)
        where TTest : struct, ITest<T> => new(test, isNegated);

    private static TestNode<T, BetweenTest<T, TValue, TFrom, TTo>> Between<TValue, TFrom, TTo>(Func<T, TValue?> read, TFrom from, TTo to, bool isNegated)
        where TValue : struct, IComparable<TValue>
        where TFrom : struct, IOperand<T, TValue>
        where TTo : struct, IOperand<T, TValue> => Node(new BetweenTest<T, TValue, TFrom, TTo>(read, from, to), isNegated);

    private Func<T, Instant?> Instants(string field) => ((ValueReader<T, Instant?>)schema.ReaderOf(field)).Read;

    private InstantSlot<T> InstantSlot(SegmentOperand operand) => new(operand switch
    {
        RelativeOperand relative => plan.Add(calendar => calendar.Resolve(relative)),
        LiteralOperand { Value: { Kind: SegmentValueKind.Date } date } => plan.Add(calendar => calendar.StartOf(date.AsDate)),
        _ => plan.Add(_ => ((LiteralOperand)operand).Value.AsInstant),
    });

    private DateSlot<T> DateSlot(SegmentOperand operand) => new(operand is RelativeOperand relative
        ? plan.Add(calendar => calendar.ResolveDate(relative))
        : plan.Add(_ => ((LiteralOperand)operand).Value.AsDate));

    private TestNode<T, WindowTest<T, Instant, InstantSlot<T>>> InstantWindow(TimeRule rule, bool isNegated)
    {
        var (from, to, ends) = rule.Operator switch
        {
            TimeOperator.InLast or TimeOperator.NotInLast => (Shift(-1), Now(), new WindowEnds(isFromIn: false, isToIn: true)),
            TimeOperator.InNext or TimeOperator.NotInNext => (Now(), Shift(1), new WindowEnds(isFromIn: false, isToIn: true)),
            TimeOperator.MoreThanAgo => (new(plan.Add(_ => Instant.MinValue)), Shift(-1), new WindowEnds(isFromIn: true, isToIn: true)),
            _ => (Edge(period => period.From), Edge(period => period.To), new WindowEnds(isFromIn: true, isToIn: false)),
        };
        return Node(new WindowTest<T, Instant, InstantSlot<T>>(Instants(rule.Field), from, to, ends), isNegated);

        InstantSlot<T> Now() => new(plan.Add(calendar => calendar.Now));
        InstantSlot<T> Shift(int sign) => new(plan.Add(calendar => calendar.Shift((long)sign * rule.Count, rule.Unit)));
        InstantSlot<T> Edge(Func<(LocalDate From, LocalDate To), LocalDate> edge) => new(plan.Add(calendar => calendar.StartOf(edge(calendar.Period(rule.Period!.Value)))));
    }

    private TestNode<T, WindowTest<T, LocalDate, DateSlot<T>>> DateWindow(TimeRule rule, bool isNegated)
    {
        var (from, to, ends) = rule.Operator switch
        {
            TimeOperator.InLast or TimeOperator.NotInLast => (Shift(-1), Today(), new WindowEnds(isFromIn: false, isToIn: true)),
            TimeOperator.InNext or TimeOperator.NotInNext => (Today(), Shift(1), new WindowEnds(isFromIn: true, isToIn: false)),
            TimeOperator.MoreThanAgo => (new(plan.Add(_ => LocalDate.MinIsoValue)), Shift(-1), new WindowEnds(isFromIn: true, isToIn: true)),
            _ => (Edge(period => period.From), Edge(period => period.To), new WindowEnds(isFromIn: true, isToIn: false)),
        };
        return Node(new WindowTest<T, LocalDate, DateSlot<T>>(Dates(rule.Field), from, to, ends), isNegated);

        DateSlot<T> Today() => new(plan.Add(calendar => calendar.Today));
        DateSlot<T> Shift(int sign) => new(plan.Add(calendar => calendar.ShiftDate((long)sign * rule.Count, rule.Unit)));
        DateSlot<T> Edge(Func<(LocalDate From, LocalDate To), LocalDate> edge) => new(plan.Add(calendar => edge(calendar.Period(rule.Period!.Value))));
    }
}
