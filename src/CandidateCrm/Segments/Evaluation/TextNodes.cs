namespace CandidateCrm.Segments.Evaluation;

/// <summary>The nodes over texts, codes and sets of them.</summary>
internal sealed class TextNodes<T>(FieldReaders<T> fields)
{
    internal RuleNode<T> Compare(CompareRule rule, bool isNegated)
    {
        var (read, comparison, signs) = (fields.Text(rule.Field), ComparisonOf(rule.Field), Signs.Of(rule.Operator));
        return (rule.Operand, rule.UpTo) switch
        {
            (LiteralOperand literal, null) when !signs.IsEqual => new ValueNode<T, string?, TextOrder>(fields.Of<string?>(rule.Field), new(literal.Value.AsText, comparison, signs), isNegated),
            (LiteralOperand literal, null) when comparison == StringComparison.Ordinal => new ValueNode<T, string?, CodeIs>(fields.Of<string?>(rule.Field), new(literal.Value.AsText), isNegated),
            (LiteralOperand literal, null) => new ValueNode<T, string?, TextIs>(fields.Of<string?>(rule.Field), new(literal.Value.AsText), isNegated),
            (LiteralOperand from, LiteralOperand to) => new ValueNode<T, string?, TextRange>(fields.Of<string?>(rule.Field), new(from.Value.AsText, to.Value.AsText, comparison), isNegated),
            (_, null) => FieldOperands.Texts(read, Operand(rule.Operand), (text, other) => signs.Has(string.Compare(text, other, comparison)), isNegated),
            _ => FieldOperands.TextBetween(read, Operand(rule.Operand), Operand(rule.UpTo), comparison, isNegated),
        };
    }

    internal RuleNode<T> OneOf(InSetRule rule) =>
        new ValueNode<T, string?, TextOneOf>(fields.Of<string?>(rule.Field), new(new HashSet<string>(rule.Values.Select(value => value.AsText), ComparerOf(rule.Field))), rule.IsNegated);

    internal RuleNode<T> Search(TextRule rule, bool isNegated)
    {
        var (read, comparison, kind) = (fields.Text(rule.Field), ComparisonOf(rule.Field), rule.Operator);
        if (rule.Operand is not LiteralOperand { Value: var literal })
        {
            return FieldOperands.Texts(read, Operand(rule.Operand), (text, sought) => IsFound(text, sought, kind, comparison), isNegated);
        }

        return kind switch
        {
            TextOperator.BeginsWith or TextOperator.DoesNotBeginWith => new ValueNode<T, string?, TextBegins>(fields.Of<string?>(rule.Field), new(literal.AsText, comparison), isNegated),
            TextOperator.EndsWith or TextOperator.DoesNotEndWith => new ValueNode<T, string?, TextEnds>(fields.Of<string?>(rule.Field), new(literal.AsText, comparison), isNegated),
            _ => new ValueNode<T, string?, TextContains>(fields.Of<string?>(rule.Field), new(literal.AsText, comparison), isNegated),
        };
    }

    internal RuleNode<T> Has(TextRule rule, bool isNegated) => rule.Operand is LiteralOperand literal
        ? Set(rule.Field, [literal.Value.AsText], isAll: false, isNegated)
        : FieldOperands.Has(fields.Texts(rule.Field), Operand(rule.Operand), ComparerOf(rule.Field), isNegated);

    internal RuleNode<T> Sets(SetsRule rule, bool isAll, bool isNegated) => Set(rule.Field, [.. rule.Values.Select(value => value.AsText)], isAll, isNegated);

    private static bool IsFound(string text, string sought, TextOperator kind, StringComparison comparison) => kind switch
    {
        TextOperator.BeginsWith or TextOperator.DoesNotBeginWith => text.StartsWith(sought, comparison),
        TextOperator.EndsWith or TextOperator.DoesNotEndWith => text.EndsWith(sought, comparison),
        _ => text.Contains(sought, comparison),
    };

    private ValueNode<T, IReadOnlyList<string>?, TextSetHas> Set(string field, string[] wanted, bool isAll, bool isNegated) =>
        new(fields.Of<IReadOnlyList<string>?>(field), new(wanted, fields.Field(field).IsCaseSensitive, isAll), isNegated);

    private Func<T, string?> Operand(SegmentOperand operand)
    {
        if (operand is FieldOperand other)
        {
            return fields.Text(other.Field);
        }

        var text = ((LiteralOperand)operand).Value.AsText;
        return _ => text;
    }

    private StringComparison ComparisonOf(string field) => fields.Field(field).IsCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private StringComparer ComparerOf(string field) => fields.Field(field).IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
