using System.Collections.Immutable;
using CandidateCrm.Segments.Evaluation;
using CandidateCrm.Timeline;

namespace CandidateCrm.Segments.Queries;

/// <summary>
/// Says a reviewed rule, or its complement, in the parts of a query. A complement is carried down to the conditions, where each has one of its own.
/// A condition that the query cannot say is left over, with as little around it as keeps the whole right.
/// </summary>
internal sealed class RuleTranslator<TPart> : RuleVisitor<Pushed<TPart>>
    where TPart : class
{
    private readonly QueryScope<TPart> _scope;
    private readonly LocalCalendar _calendar;
    private readonly bool _isNegated;
    private readonly RuleTranslator<TPart> _other;
    private readonly TextParts<TPart> _texts;
    private readonly OrderedParts<TPart> _ordered;

    internal RuleTranslator(QueryScope<TPart> scope, LocalCalendar calendar)
        : this(scope, calendar, other: null)
    {
    }

    private RuleTranslator(QueryScope<TPart> scope, LocalCalendar calendar, RuleTranslator<TPart>? other)
    {
        _scope = scope;
        _calendar = calendar;
        _isNegated = other is not null;
        _texts = new TextParts<TPart>(scope);
        _ordered = new OrderedParts<TPart>(scope, calendar);
        _other = other ?? new RuleTranslator<TPart>(scope, calendar, this);
    }

    internal override Pushed<TPart> Visit(AndRule rule) => _isNegated ? Disjunction(rule, rule.Rules) : Conjunction(rule.Rules);

    internal override Pushed<TPart> Visit(OrRule rule) => _isNegated ? Conjunction(rule.Rules) : Disjunction(rule, rule.Rules);

    internal override Pushed<TPart> Visit(NotRule rule) => rule.Rule.Accept(_other);

    internal override Pushed<TPart> Visit(CompareRule rule)
    {
        var isNegated = _isNegated ^ rule.Operator is CompareOperator.NotEqual or CompareOperator.NotBetween;
        var field = Field(rule.Field);
        return Leaf(rule, field.Type is FieldType.Text or FieldType.Code ? _texts.Compare(rule, field, isNegated) : _ordered.Compare(rule, field, isNegated));
    }

    internal override Pushed<TPart> Visit(InSetRule rule)
    {
        var (field, isNegated) = (Field(rule.Field), _isNegated ^ rule.IsNegated);
        return Leaf(rule, field.Type is FieldType.Text or FieldType.Code ? _texts.OneOf(rule, field, isNegated) : _ordered.OneOf(rule, field, isNegated));
    }

    internal override Pushed<TPart> Visit(TextRule rule)
    {
        var isNegated = _isNegated ^ rule.Operator is TextOperator.DoesNotContain or TextOperator.DoesNotBeginWith or TextOperator.DoesNotEndWith;
        var field = Field(rule.Field);
        return Leaf(rule, field.Items is null
            ? _texts.Search(rule, field, isNegated)
            : rule.Operand is LiteralOperand literal ? Sets(field, [literal.Value], isAll: false, isNegated) : HasElement(field, ((FieldOperand)rule.Operand).Field, isNegated));
    }

    internal override Pushed<TPart> Visit(HasValueRule rule)
    {
        var (field, isMissing) = (Field(rule.Field), _isNegated ^ rule.IsNegated);
        return Leaf(rule, field.Items is null
            ? _scope.Column(field) is { } column ? _texts.Presence(field, column, isMissing) : null
            : _scope.Items(field)?.Exists(_scope.True, isMissing));
    }

    internal override Pushed<TPart> Visit(TimeRule rule)
    {
        var isNegated = _isNegated ^ rule.Operator is TimeOperator.NotInLast or TimeOperator.NotInNext or TimeOperator.NotInPeriod;
        return Leaf(rule, _ordered.Lies(rule, Field(rule.Field), isNegated));
    }

    internal override Pushed<TPart> Visit(SetsRule rule)
    {
        var isAll = rule.Operator is SetOperator.ContainsAll or SetOperator.NotContainsAll;
        var isNegated = _isNegated ^ rule.Operator is SetOperator.ContainsNone or SetOperator.NotContainsAll;
        return Leaf(rule, Sets(Field(rule.Field), rule.Values, isAll, isNegated));
    }

    internal override Pushed<TPart> Visit(CountRule rule)
    {
        if (_scope.Items(Field(rule.Collection)) is not { } items)
        {
            return Leaf(rule, null);
        }

        var where = rule.Where.Accept(new RuleTranslator<TPart>(items.Scope, _calendar));
        return rule.Mode switch
        {
            CountMode.Some => Quantified(rule, items, where, _isNegated),
            CountMode.None => Quantified(rule, items, where, !_isNegated),
            CountMode.All => Quantified(rule, items, rule.Where.Accept(new RuleTranslator<TPart>(items.Scope, _calendar)._other), !_isNegated),
            _ => Leaf(rule, where.IsExact && CountLimit.Of(rule.Threshold!.Value) is { } limit ? items.Count(where.Filter ?? items.Scope.True, Sign(rule.Mode), limit) : null),
        };
    }

    internal override Pushed<TPart> Visit(InSegmentRule rule) => Leaf(rule, _scope.IsIn(rule, _isNegated ^ rule.IsNegated));

    internal override Pushed<TPart> Visit(EveryoneRule rule) => Leaf(rule, _isNegated ? _scope.False : _scope.True);

    private CompareOperator Sign(CountMode mode) => mode switch
    {
        CountMode.AtLeast => _isNegated ? CompareOperator.Less : CompareOperator.GreaterOrEqual,
        CountMode.AtMost => _isNegated ? CompareOperator.Greater : CompareOperator.LessOrEqual,
        _ => _isNegated ? CompareOperator.NotEqual : CompareOperator.Equal,
    };

    private Pushed<TPart> Quantified(CountRule rule, QueryItems<TPart> items, Pushed<TPart> where, bool isNegated)
    {
        if (where.IsExact)
        {
            return Leaf(rule, items.Exists(where.Filter ?? items.Scope.True, isNegated));
        }

        // Who has an item that fits has one that passes the filter; of who has none that fits nothing follows.
        return where.Filter is { } filter && !isNegated ? Left(rule, items.Exists(filter, isNegated: false)) : Leaf(rule, null);
    }

    private Pushed<TPart> Conjunction(ImmutableArray<SegmentRule> rules)
    {
        var parts = rules.Select(rule => rule.Accept(this)).ToList();
        return new Pushed<TPart>(parts.All(part => part.Filter is null) ? null : _scope.All(parts.Select(part => part.Filter)), [.. parts.SelectMany(part => part.Residual)]);
    }

    private Pushed<TPart> Disjunction(SegmentRule rule, ImmutableArray<SegmentRule> rules)
    {
        var parts = rules.Select(each => each.Accept(this)).ToList();
        var filter = parts.Any(part => part.Filter is null) ? null : _scope.Any(parts.Select(part => part.Filter));
        return parts.All(part => part.IsExact) ? Leaf(rule, filter ?? _scope.True) : Left(rule, filter);
    }

    private TPart? Sets(SegmentField field, ImmutableArray<AttributeValue> values, bool isAll, bool isNegated)
    {
        if (_scope.Items(field) is not { } items)
        {
            return null;
        }

        var elements = new RuleTranslator<TPart>(items.Scope, _calendar);
        var wanted = (isAll ? values.Select(value => new InSetRule(string.Empty, [value])) : [new InSetRule(string.Empty, values)]).Select(each => each.Accept(elements)).ToList();
        if (!wanted.All(each => each.IsExact))
        {
            return null;
        }

        var parts = wanted.Select(each => items.Exists(each.Filter!, isNegated));
        return isNegated ? _scope.Any(parts) : _scope.All(parts);
    }

    /// <summary>The set has the value of a field of whoever has the set. An empty set, or an empty field, is no value.</summary>
    private TPart? HasElement(SegmentField field, string other, bool isNegated)
    {
        var sought = Field(other);
        if (_scope.Items(field) is not { } items || _scope.Column(sought) is not { } column || items.Scope.Column(field.Items!.Fields[0]) is not { } element)
        {
            return null;
        }

        var equal = sought.Type == FieldType.Number ? element.Is(CompareOperator.Equal, column) : new TextParts<TPart>(items.Scope).Equal(field, element, column);
        var presence = _texts.Presence(sought, column, isMissing: isNegated);
        return equal is null || presence is null ? null
            : isNegated ? _scope.Any(presence, items.Exists(equal, isNegated: true))
            : _scope.All(presence, items.Exists(equal, isNegated: false));
    }

    /// <summary>A part that says the rule, or nothing where the query cannot say it.</summary>
    private Pushed<TPart> Leaf(SegmentRule rule, TPart? part) => part is null ? Left(rule, null) : new Pushed<TPart>(part, []);

    private Pushed<TPart> Left(SegmentRule rule, TPart? filter) => new(filter, [!_isNegated ? rule : rule is NotRule { Rule: var inner } ? inner : new NotRule(rule)]);

    private SegmentField Field(string name) => _scope.Schema.TryFind(name, out var field) ? field : throw new InvalidOperationException("The rule was not reviewed by this schema.");
}
