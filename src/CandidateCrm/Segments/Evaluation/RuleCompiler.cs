namespace CandidateCrm.Segments.Evaluation;

/// <summary>Makes nodes of a rule that was reviewed. No code is emitted: each node is a type, and the types of the fields choose it.</summary>
internal sealed class RuleCompiler<T> : RuleVisitor<RuleNode<T>>
{
    private readonly FieldReaders<T> _fields;
    private readonly MomentPlan _plan;
    private readonly TextNodes<T> _texts;
    private readonly NumberNodes<T> _numbers;
    private readonly DateNodes<T> _dates;
    private readonly InstantNodes<T> _instants;

    internal RuleCompiler(SegmentSchema<T> schema, MomentPlan plan)
    {
        _fields = new FieldReaders<T>(schema);
        _plan = plan;
        _texts = new TextNodes<T>(_fields);
        _numbers = new NumberNodes<T>(_fields);
        _dates = new DateNodes<T>(_fields, plan);
        _instants = new InstantNodes<T>(_fields, plan);
    }

    internal override RuleNode<T> Visit(AndRule rule) => new AndNode<T>([.. rule.Rules.Select(each => each.Accept(this))]);

    internal override RuleNode<T> Visit(OrRule rule) => new OrNode<T>([.. rule.Rules.Select(each => each.Accept(this))]);

    internal override RuleNode<T> Visit(NotRule rule) => new NotNode<T>(rule.Rule.Accept(this));

    internal override RuleNode<T> Visit(CompareRule rule)
    {
        var isNegated = rule.Operator is CompareOperator.NotEqual or CompareOperator.NotBetween;
        return TypeOf(rule.Field) switch
        {
            FieldType.Number => _numbers.Compare(rule, isNegated),
            FieldType.Boolean => _numbers.Flag(rule, isNegated),
            FieldType.Date => _dates.Compare(rule, isNegated),
            FieldType.Instant => _instants.Compare(rule, isNegated),
            _ => _texts.Compare(rule, isNegated),
        };
    }

    internal override RuleNode<T> Visit(InSetRule rule) => TypeOf(rule.Field) switch
    {
        FieldType.Number => _numbers.OneOf(rule),
        FieldType.Date => _dates.OneOf(rule),
        FieldType.Instant => _instants.OneOf(rule),
        _ => _texts.OneOf(rule),
    };

    internal override RuleNode<T> Visit(TextRule rule)
    {
        var isNegated = rule.Operator is TextOperator.DoesNotContain or TextOperator.DoesNotBeginWith or TextOperator.DoesNotEndWith;
        return TypeOf(rule.Field) switch
        {
            FieldType.NumberSet => _numbers.Has(rule, isNegated),
            FieldType.TextSet or FieldType.CodeSet => _texts.Has(rule, isNegated),
            _ => _texts.Search(rule, isNegated),
        };
    }

    internal override RuleNode<T> Visit(HasValueRule rule)
    {
        switch (TypeOf(rule.Field))
        {
            case FieldType.Number:
                var number = _fields.Number(rule.Field);
                return new PresenceNode<T>(item => number(item).HasValue, rule.IsNegated);
            case FieldType.Boolean:
                var flag = _fields.Flag(rule.Field);
                return new PresenceNode<T>(item => flag(item).HasValue, rule.IsNegated);
            case FieldType.Date:
                var date = _fields.Date(rule.Field);
                return new PresenceNode<T>(item => date(item).HasValue, rule.IsNegated);
            case FieldType.Instant:
                var instant = _fields.Instant(rule.Field);
                return new PresenceNode<T>(item => instant(item).HasValue, rule.IsNegated);
            case FieldType.TextSet or FieldType.CodeSet:
                return new PresenceUse<T>(rule.IsNegated).Use(_fields.Texts(rule.Field), ItemsOf<string>(rule.Field));
            case FieldType.NumberSet:
                return new PresenceUse<T>(rule.IsNegated).Use(_fields.Numbers(rule.Field), ItemsOf<decimal>(rule.Field));
            case FieldType.Collection:
                return _fields.Collection(rule.Field).Use(new PresenceUse<T>(rule.IsNegated));
            default:
                var text = _fields.Text(rule.Field);
                return new PresenceNode<T>(item => !string.IsNullOrEmpty(text(item)), rule.IsNegated);
        }
    }

    internal override RuleNode<T> Visit(TimeRule rule)
    {
        var isNegated = rule.Operator is TimeOperator.NotInLast or TimeOperator.NotInNext or TimeOperator.NotInPeriod;
        return TypeOf(rule.Field) == FieldType.Date ? _dates.Lies(rule, isNegated) : _instants.Lies(rule, isNegated);
    }

    internal override RuleNode<T> Visit(SetsRule rule)
    {
        var isAll = rule.Operator is SetOperator.ContainsAll or SetOperator.NotContainsAll;
        var isNegated = rule.Operator is SetOperator.ContainsNone or SetOperator.NotContainsAll;
        return TypeOf(rule.Field) == FieldType.NumberSet ? _numbers.Sets(rule, isAll, isNegated) : _texts.Sets(rule, isAll, isNegated);
    }

    internal override RuleNode<T> Visit(CountRule rule)
    {
        var use = new CountUse<T>(rule, _plan);
        return TypeOf(rule.Collection) switch
        {
            FieldType.NumberSet => use.Use(_fields.Numbers(rule.Collection), ItemsOf<decimal>(rule.Collection)),
            FieldType.Collection => _fields.Collection(rule.Collection).Use(use),
            _ => use.Use(_fields.Texts(rule.Collection), ItemsOf<string>(rule.Collection)),
        };
    }

    internal override RuleNode<T> Visit(InSegmentRule rule) => new SegmentNode<T>([.. rule.Segments], rule.IsNegated);

    internal override RuleNode<T> Visit(EveryoneRule rule) => new EveryoneNode<T>();

    private FieldType TypeOf(string field) => _fields.Field(field).Type;

    private SegmentSchema<TItem> ItemsOf<TItem>(string field) => (SegmentSchema<TItem>)_fields.Field(field).Items!;
}
