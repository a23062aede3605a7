using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Makes nodes of a rule that was reviewed. No code is emitted: each node is a type, and the types of the fields choose it.</summary>
internal sealed class RuleCompiler<T>(SegmentSchema<T> schema, MomentPlan plan) : RuleVisitor<RuleNode<T>>
{
    private readonly TimeNodes<T> _times = new(schema, plan);
    private readonly TextNodes<T> _texts = new(schema);

    internal override RuleNode<T> Visit(AndRule rule) => new AndNode<T>([.. rule.Rules.Select(each => each.Accept(this))]);

    internal override RuleNode<T> Visit(OrRule rule) => new OrNode<T>([.. rule.Rules.Select(each => each.Accept(this))]);

    internal override RuleNode<T> Visit(NotRule rule) => new NotNode<T>(rule.Rule.Accept(this));

    internal override RuleNode<T> Visit(CompareRule rule)
    {
        var isNegated = rule.Operator is CompareOperator.NotEqual or CompareOperator.NotBetween;
        return TypeOf(rule.Field) switch
        {
            FieldType.Number => Compare(rule, isNegated),
            FieldType.Boolean => Flag(rule, isNegated),
            FieldType.Date => _times.Dates(rule, isNegated),
            FieldType.Instant => _times.Instants(rule, isNegated),
            _ => _texts.Compare(rule, isNegated),
        };
    }

    internal override RuleNode<T> Visit(InSetRule rule) => TypeOf(rule.Field) switch
    {
        FieldType.Number => Node(new OneOfTest<T, decimal>(Read<decimal?>(rule.Field), [.. rule.Values.Select(value => value.AsNumber)]), rule.IsNegated),
        FieldType.Date => Node(new OneOfTest<T, LocalDate>(_times.Dates(rule.Field), [.. rule.Values.Select(value => value.AsDate)]), rule.IsNegated),
        FieldType.Instant => _times.OneOf(rule),
        _ => _texts.OneOf(rule),
    };

    internal override RuleNode<T> Visit(TextRule rule)
    {
        var isNegated = rule.Operator is TextOperator.DoesNotContain or TextOperator.DoesNotBeginWith or TextOperator.DoesNotEndWith;
        return (TypeOf(rule.Field), rule.Operand) switch
        {
            (FieldType.NumberSet, FieldOperand other) =>
                Node(new SetHasFieldTest<T, decimal, FieldValue<T, decimal>>(Read<IReadOnlyList<decimal>?>(rule.Field), new(Read<decimal?>(other.Field)), EqualityComparer<decimal>.Default), isNegated),
            (FieldType.NumberSet, _) => Numbers(rule.Field, [((LiteralOperand)rule.Operand).Value.AsNumber], isAll: false, isNegated),
            (FieldType.TextSet or FieldType.CodeSet, _) => _texts.Has(rule, isNegated),
            _ => _texts.Search(rule, isNegated),
        };
    }

    internal override RuleNode<T> Visit(HasValueRule rule) => TypeOf(rule.Field) switch
    {
        FieldType.Number => Presence(new HasValueTest<T, decimal>(Read<decimal?>(rule.Field)), rule.IsNegated),
        FieldType.Boolean => Presence(new HasValueTest<T, bool>(Read<bool?>(rule.Field)), rule.IsNegated),
        FieldType.Date => Presence(new HasValueTest<T, LocalDate>(Read<LocalDate?>(rule.Field)), rule.IsNegated),
        FieldType.Instant => Presence(new HasValueTest<T, Instant>(Read<Instant?>(rule.Field)), rule.IsNegated),
        FieldType.TextSet or FieldType.CodeSet => Presence(new HasItemsTest<T, string>(Read<IReadOnlyList<string>?>(rule.Field)), rule.IsNegated),
        FieldType.NumberSet => Presence(new HasItemsTest<T, decimal>(Read<IReadOnlyList<decimal>?>(rule.Field)), rule.IsNegated),
        FieldType.Collection => ((CollectionReader<T>)schema.ReaderOf(rule.Field)).Use(new PresenceUse<T>(rule.IsNegated)),
        _ => Presence(new HasTextTest<T>(Read<string?>(rule.Field)), rule.IsNegated),
    };

    internal override RuleNode<T> Visit(TimeRule rule) => _times.Lies(rule, TypeOf(rule.Field));

    internal override RuleNode<T> Visit(SetsRule rule)
    {
        var isAll = rule.Operator is SetOperator.ContainsAll or SetOperator.NotContainsAll;
        var isNegated = rule.Operator is SetOperator.ContainsNone or SetOperator.NotContainsAll;
        return TypeOf(rule.Field) == FieldType.NumberSet
            ? Numbers(rule.Field, [.. rule.Values.Select(value => value.AsNumber)], isAll, isNegated)
            : _texts.Sets(rule, isAll, isNegated);
    }

    internal override RuleNode<T> Visit(CountRule rule)
    {
        var use = new CountUse<T>(rule, plan);
        return TypeOf(rule.Collection) switch
        {
            FieldType.NumberSet => use.Use(Read<IReadOnlyList<decimal>?>(rule.Collection), (SegmentSchema<decimal>)ItemsOf(rule.Collection)),
            FieldType.Collection => ((CollectionReader<T>)schema.ReaderOf(rule.Collection)).Use(use),
            _ => use.Use(Read<IReadOnlyList<string>?>(rule.Collection), (SegmentSchema<string>)ItemsOf(rule.Collection)),
        };
    }

    internal override RuleNode<T> Visit(InSegmentRule rule) => new SegmentNode<T>([.. rule.Segments], rule.IsNegated);

    internal override RuleNode<T> Visit(EveryoneRule rule) => new EveryoneNode<T>();

    private static TestNode<T, TTest> Node<TTest>(TTest test, bool isNegated)
        where TTest : struct, ITest<T> => new(test, isNegated);

    private static PresenceNode<T, TTest> Presence<TTest>(TTest test, bool isNegated)
        where TTest : struct, ITest<T> => new(test, isNegated);

    private FieldType TypeOf(string field) => schema.TryFind(field, out var found) ? found.Type : throw new InvalidOperationException("The rule was not reviewed by this schema.");

    private SegmentSchema ItemsOf(string field) => schema.TryFind(field, out var found) ? found.Items! : schema;

    private Func<T, TValue> Read<TValue>(string field) => ((ValueReader<T, TValue>)schema.ReaderOf(field)).Read;

    private TestNode<T, SetTest<T, decimal>> Numbers(string field, decimal[] wanted, bool isAll, bool isNegated) =>
        Node(new SetTest<T, decimal>(Read<IReadOnlyList<decimal>?>(field), wanted, EqualityComparer<decimal>.Default, isAll), isNegated);

    private RuleNode<T> Compare(CompareRule rule, bool isNegated)
    {
        var read = Read<decimal?>(rule.Field);
        return rule switch
        {
            { UpTo: null, Operand: FieldOperand other } => Node(new CompareTest<T, decimal, FieldValue<T, decimal>>(read, new(Read<decimal?>(other.Field)), Signs.Of(rule.Operator)), isNegated),
            { UpTo: null } => Node(new CompareTest<T, decimal, ConstantValue<T, decimal>>(read, Literal(rule.Operand), Signs.Of(rule.Operator)), isNegated),
            { Operand: FieldOperand from, UpTo: FieldOperand to } => Between(read, Field(from), Field(to), isNegated),
            { Operand: FieldOperand from } => Between(read, Field(from), Literal(rule.UpTo), isNegated),
            { UpTo: FieldOperand to } => Between(read, Literal(rule.Operand), Field(to), isNegated),
            _ => Between(read, Literal(rule.Operand), Literal(rule.UpTo), isNegated),
        };
    }

    private static TestNode<T, BetweenTest<T, decimal, TFrom, TTo>> Between<TFrom, TTo>(Func<T, decimal?> read, TFrom from, TTo to, bool isNegated)
        where TFrom : struct, IOperand<T, decimal>
        where TTo : struct, IOperand<T, decimal> => Node(new BetweenTest<T, decimal, TFrom, TTo>(read, from, to), isNegated);

    private FieldValue<T, decimal> Field(FieldOperand operand) => new(Read<decimal?>(operand.Field));

    private static ConstantValue<T, decimal> Literal(SegmentOperand operand) => new(((LiteralOperand)operand).Value.AsNumber);

    private RuleNode<T> Flag(CompareRule rule, bool isNegated)
    {
        var read = Read<bool?>(rule.Field);
        return rule.Operand is FieldOperand other
            ? Node(new FlagTest<T, FieldValue<T, bool>>(read, new(Read<bool?>(other.Field))), isNegated)
            : Node(new FlagTest<T, ConstantValue<T, bool>>(read, new(((LiteralOperand)rule.Operand).Value.AsBoolean)), isNegated);
    }
}
