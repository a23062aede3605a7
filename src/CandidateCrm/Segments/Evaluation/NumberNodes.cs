namespace CandidateCrm.Segments.Evaluation;

/// <summary>The nodes over numbers, sets of them and truth values.</summary>
internal sealed class NumberNodes<T>(FieldReaders<T> fields)
{
    internal RuleNode<T> Compare(CompareRule rule, bool isNegated)
    {
        var read = fields.Number(rule.Field);
        return (rule.Operand, rule.UpTo) switch
        {
            (LiteralOperand literal, null) => new ValueNode<T, decimal?, NumberCompare>(fields.Of<decimal?>(rule.Field), new(literal.Value.AsNumber, Signs.Of(rule.Operator)), isNegated),
            (LiteralOperand from, LiteralOperand to) => new ValueNode<T, decimal?, NumberRange>(fields.Of<decimal?>(rule.Field), new(from.Value.AsNumber, to.Value.AsNumber), isNegated),
            (_, null) => FieldOperands.Compare(read, Operand(rule.Operand), Signs.Of(rule.Operator), isNegated),
            _ => FieldOperands.Between(read, (Operand(rule.Operand), Operand(rule.UpTo)), isNegated),
        };
    }

    internal RuleNode<T> Flag(CompareRule rule, bool isNegated)
    {
        var read = fields.Flag(rule.Field);
        if (rule.Operand is LiteralOperand literal)
        {
            return new ValueNode<T, bool?, FlagIs>(fields.Of<bool?>(rule.Field), new(literal.Value.AsBoolean), isNegated);
        }

        var other = fields.Flag(((FieldOperand)rule.Operand).Field);
        return FieldOperands.Compare<T, bool>(read, (item, _) => other(item), Signs.Of(rule.Operator), isNegated);
    }

    internal RuleNode<T> OneOf(InSetRule rule) =>
        new ValueNode<T, decimal?, NumberOneOf>(fields.Of<decimal?>(rule.Field), new([.. rule.Values.Select(value => value.AsNumber)]), rule.IsNegated);

    internal RuleNode<T> Has(TextRule rule, bool isNegated) => rule.Operand is LiteralOperand literal
        ? Set(rule.Field, [literal.Value.AsNumber], isAll: false, isNegated)
        : FieldOperands.Has(fields.Numbers(rule.Field), fields.Number(((FieldOperand)rule.Operand).Field), isNegated);

    internal RuleNode<T> Sets(SetsRule rule, bool isAll, bool isNegated) => Set(rule.Field, [.. rule.Values.Select(value => value.AsNumber)], isAll, isNegated);

    private ValueNode<T, IReadOnlyList<decimal>?, NumberSetHas> Set(string field, decimal[] wanted, bool isAll, bool isNegated) =>
        new(fields.Of<IReadOnlyList<decimal>?>(field), new(wanted, isAll), isNegated);

    private Func<T, Moment, decimal?> Operand(SegmentOperand operand)
    {
        if (operand is LiteralOperand { Value: var literal })
        {
            return (_, _) => literal.AsNumber;
        }

        var read = fields.Number(((FieldOperand)operand).Field);
        return (item, _) => read(item);
    }
}
