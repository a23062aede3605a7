using CandidateCrm.Timeline;

namespace CandidateCrm.Segments.Reading;

/// <summary>A rule made in code as if it had been written, so that it is judged by the same place. The places are those of its JSON form.</summary>
internal sealed class RawOf : RuleVisitor<Func<Spot, RawRule>>
{
    private static readonly RawOf Visitor = new();

    internal static RawRule Rule(SegmentRule rule) => InGroup(rule, default(Spot) with { Where = string.Empty });

    internal override Func<Spot, RawRule> Visit(AndRule rule) => spot => new RawGroup(spot, IsOr: false, Parts(rule.Rules, spot));

    internal override Func<Spot, RawRule> Visit(OrRule rule) => spot => new RawGroup(spot, IsOr: true, Parts(rule.Rules, spot));

    internal override Func<Spot, RawRule> Visit(NotRule rule) => spot =>
        new RawNot(spot, InGroup(rule.Rule, rule.Rule is NotRule ? spot.Member("rules").Element(0) : spot));

    internal override Func<Spot, RawRule> Visit(CompareRule rule) => spot =>
    {
        var value = spot.Member("value");
        var operand = rule.UpTo is { } upTo ? new RawList(value, [Operand(rule.Operand, value.Element(0)), Operand(upTo, value.Element(1))]) : Operand(rule.Operand, value);
        return Condition(spot, rule.Field, Operators.WordOf(rule.Operator), operand);
    };

    internal override Func<Spot, RawRule> Visit(InSetRule rule) => spot => Condition(spot, rule.Field, rule.IsNegated ? "notIn" : "in", List(rule.Values, spot));

    internal override Func<Spot, RawRule> Visit(TextRule rule) => spot => Condition(spot, rule.Field, Operators.WordOf(rule.Operator), Operand(rule.Operand, spot.Member("value")));

    internal override Func<Spot, RawRule> Visit(HasValueRule rule) => spot => Condition(spot, rule.Field, rule.IsNegated ? "null" : "notNull", new RawNothing(spot));

    internal override Func<Spot, RawRule> Visit(TimeRule rule) => spot =>
    {
        var value = spot.Member("value");
        RawOperand operand = rule.Period is { } period
            ? new RawLiteral(value, Words<CalendarPeriod>.Of(period))
            : new RawLength(value, new RawLiteral(value.Member("n"), rule.Count), new RawName(Words<TimeUnit>.Of(rule.Unit), value.Member("unit")));
        return Condition(spot, rule.Field, Operators.WordOf(rule.Operator), operand);
    };

    internal override Func<Spot, RawRule> Visit(SetsRule rule) => spot => Condition(spot, rule.Field, Operators.WordOf(rule.Operator), List(rule.Values, spot));

    internal override Func<Spot, RawRule> Visit(CountRule rule) => spot =>
    {
        var match = spot.Member("match");
        RawOperand threshold = rule.Threshold is { } number ? new RawLiteral(match.Member("threshold"), number) : new RawNothing(match);
        return new RawCount(
            spot,
            new RawName(rule.Collection, spot.Member("field")),
            InGroup(rule.Where, spot.Member("value")),
            new RawThreshold(new RawName(Words<CountMode>.Of(rule.Mode), match.Member("mode")), threshold));
    };

    internal override Func<Spot, RawRule> Visit(InSegmentRule rule) => spot =>
        new RawSegments(spot, rule.IsNegated, List([.. rule.Segments.Select(key => (AttributeValue)key.Value)], spot));

    internal override Func<Spot, RawRule> Visit(EveryoneRule rule) => spot => new RawEveryone(spot);

    /// <summary>Takes a rule that the JSON form puts into a group of its own where it is none: its place is the first of that group.</summary>
    private static RawRule InGroup(SegmentRule rule, Spot spot) =>
        rule is AndRule or OrRule or NotRule ? rule.Accept(Visitor)(spot) : new RawGroup(spot, IsOr: false, [rule.Accept(Visitor)(spot.Member("rules").Element(0))]);

    private static IReadOnlyList<RawRule> Parts(IReadOnlyList<SegmentRule> rules, Spot spot) =>
        [.. rules.Select((rule, index) => rule.Accept(Visitor)(spot.Member("rules").Element(index)))];

    private static RawCondition Condition(Spot spot, string field, string @operator, RawOperand operand) =>
        new(spot, new RawName(field, spot.Member("field")), new RawName(@operator, spot.Member("operator")), operand);

    private static RawList List(IReadOnlyList<AttributeValue> values, Spot spot) =>
        new(spot.Member("value"), [.. values.Select((value, index) => new RawLiteral(spot.Member("value").Element(index), value))]);

    private static RawOperand Operand(SegmentOperand operand, Spot spot) => operand switch
    {
        LiteralOperand literal => new RawLiteral(spot, literal.Value),
        FieldOperand field => new RawField(spot, field.Field),
        RelativeOperand relative => new RawRelative(spot, relative),
        _ => throw new InvalidOperationException("An operand is a literal, a field or a relative time."),
    };
}
