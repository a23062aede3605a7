namespace CandidateCrm.Segments.Evaluation;

/// <summary>The nodes over texts, codes and sets of them.</summary>
internal sealed class TextNodes<T>(SegmentSchema<T> schema)
{
    internal RuleNode<T> Compare(CompareRule rule, bool isNegated)
    {
        var (read, comparison) = (Read(rule.Field), ComparisonOf(rule.Field));
        if (rule.UpTo is { } upTo)
        {
            return Node(new TextBetweenTest<T>(read, Operand(rule.Operand), Operand(upTo), comparison), isNegated);
        }

        return rule is { Operator: CompareOperator.Equal or CompareOperator.NotEqual, Operand: LiteralOperand literal }
            ? Node(new TextIsTest<T>(read, literal.Value.AsText, comparison), isNegated)
            : Node(new TextOrderTest<T>(read, Operand(rule.Operand), comparison, Signs.Of(rule.Operator)), isNegated);
    }

    internal RuleNode<T> OneOf(InSetRule rule) =>
        Node(new TextOneOfTest<T>(Read(rule.Field), new HashSet<string>(rule.Values.Select(value => value.AsText), ComparerOf(rule.Field))), rule.IsNegated);

    internal RuleNode<T> Search(TextRule rule, bool isNegated)
    {
        var kind = rule.Operator switch
        {
            TextOperator.DoesNotBeginWith => TextOperator.BeginsWith,
            TextOperator.DoesNotEndWith => TextOperator.EndsWith,
            TextOperator.DoesNotContain => TextOperator.Contains,
            var positive => positive,
        };
        return Node(new TextSearchTest<T>(Read(rule.Field), Operand(rule.Operand), ComparisonOf(rule.Field), kind), isNegated);
    }

    internal RuleNode<T> Has(TextRule rule, bool isNegated) => rule.Operand is LiteralOperand literal
        ? Node(new SetTest<T, string>(ReadSet(rule.Field), [literal.Value.AsText], ComparerOf(rule.Field), isAll: false), isNegated)
        : Node(new SetHasFieldTest<T, string, TextValue<T>>(ReadSet(rule.Field), new(Operand(rule.Operand)), ComparerOf(rule.Field)), isNegated);

    internal RuleNode<T> Sets(SetsRule rule, bool isAll, bool isNegated) =>
        Node(new SetTest<T, string>(ReadSet(rule.Field), [.. rule.Values.Select(value => value.AsText)], ComparerOf(rule.Field), isAll), isNegated);

    private static TestNode<T, TTest> Node<TTest>(TTest test, bool isNegated)
        where TTest : struct, ITest<T> => new(test, isNegated);

    private Func<T, string?> Operand(SegmentOperand operand)
    {
        if (operand is FieldOperand other)
        {
            return Read(other.Field);
        }

        var text = ((LiteralOperand)operand).Value.AsText;
        return _ => text;
    }

    private Func<T, string?> Read(string field) => ((ValueReader<T, string?>)schema.ReaderOf(field)).Read;

    private Func<T, IReadOnlyList<string>?> ReadSet(string field) => ((ValueReader<T, IReadOnlyList<string>?>)schema.ReaderOf(field)).Read;

    private bool IsCaseSensitive(string field) => schema.TryFind(field, out var found) && found.IsCaseSensitive;

    private StringComparison ComparisonOf(string field) => IsCaseSensitive(field) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private StringComparer ComparerOf(string field) => IsCaseSensitive(field) ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;
}
