using CandidateCrm.Segments.Evaluation;
using CandidateCrm.Segments.Reading;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Makes steps of rules. Each condition becomes what its column can say, and one that no column can say is asked row by row.</summary>
/// <typeparam name="T">What the rules are about; of items too, for what they share.</typeparam>
internal sealed class ProgramMaker<T>(IndexProgram program, ProgramTerms<T> terms, bool isTop) : RuleVisitor<int>
{
    private readonly HashSet<SegmentKey> _open = [];
    private readonly Dictionary<SegmentKey, int> _segments = [];

    internal override int Visit(AndRule rule) => Group(rule, rule.Rules, isAll: true);

    internal override int Visit(OrRule rule) => Group(rule, rule.Rules, isAll: false);

    internal override int Visit(NotRule rule)
    {
        var part = rule.Rule.Accept(this);
        return program.StepOf(rule, () => new NotStep(part));
    }

    internal override int Visit(CompareRule rule) =>
        rule.Operand is FieldOperand || rule.UpTo is FieldOperand ? RowByRow(rule) : Condition(rule, rule.Field);

    internal override int Visit(InSetRule rule) => Condition(rule, rule.Field);

    internal override int Visit(TextRule rule)
    {
        if (rule.Operand is not LiteralOperand literal)
        {
            return RowByRow(rule);
        }

        return FieldOf(rule.Field).Items is null
            ? Condition(rule, rule.Field)
            : Elements(rule, rule.Field, [new CompareRule(string.Empty, CompareOperator.Equal, literal)], (IsAll: false, rule.Operator == TextOperator.DoesNotContain));
    }

    internal override int Visit(HasValueRule rule) =>
        IsMoving(rule.Field) ? RowByRow(rule) : program.StepOf(rule, () => new PresenceStep(program.PlaceOf(rule.Field), rule.IsNegated));

    internal override int Visit(TimeRule rule) => Condition(rule, rule.Field);

    internal override int Visit(SetsRule rule)
    {
        var isAll = rule.Operator is SetOperator.ContainsAll or SetOperator.NotContainsAll;
        var isNegated = rule.Operator is SetOperator.ContainsNone or SetOperator.NotContainsAll;
        return Elements(rule, rule.Field, [.. rule.Values.Select(value => new CompareRule(string.Empty, CompareOperator.Equal, value))], (isAll, isNegated));
    }

    internal override int Visit(CountRule rule)
    {
        var where = rule.Where.Accept(new ProgramMaker<T>(program.ItemsOf(rule.Collection), terms, isTop: false));
        return program.StepOf(rule, () => new CountStep((rule.Collection, program.PlaceOf(rule.Collection)), where, rule));
    }

    internal override int Visit(InSegmentRule rule)
    {
        int[] parts = [.. rule.Segments.Select(SegmentOf)];
        var any = parts.Length == 1 ? parts[0] : program.StepOf(new InSegmentRule(rule.Segments), () => new GroupStep(parts, isAll: false));
        return rule.IsNegated ? program.StepOf(rule, () => new NotStep(any)) : any;
    }

    internal override int Visit(EveryoneRule rule) => program.StepOf(rule, static () => new EveryoneStep());

    private int Group(SegmentRule rule, IEnumerable<SegmentRule> rules, bool isAll)
    {
        int[] parts = [.. rules.Select(each => each.Accept(this))];
        return program.StepOf(rule, () => new GroupStep(parts, isAll));
    }

    /// <summary>Takes the rule of a segment in the place of the reference to it; each is evaluated once.</summary>
    private int SegmentOf(SegmentKey segment)
    {
        if (_segments.TryGetValue(segment, out var known))
        {
            return known;
        }

        if (terms.Kept is { } stored && stored.Stored.Contains(segment))
        {
            return program.StepOf(new InSegmentRule([segment]), () => new StoredStep<T>(segment, stored));
        }

        if (terms.Segments.TryGetValue(segment, out var named))
        {
            if (!_open.Add(segment))
            {
                throw new InvalidOperationException($"The segment {segment} refers to itself, through others perhaps.");
            }

            var rule = named.Rule.Accept(this);
            var step = terms.Kept is { } kept ? program.StepOf(new InSegmentRule([segment]), () => new DecidedStep<T>(rule, segment, kept)) : rule;
            _open.Remove(segment);
            _segments.Add(segment, step);
            return step;
        }

        var isMember = terms.Memberships ?? throw new InvalidOperationException("The rule refers to segments: say who is in them.");
        return program.StepOf(new InSegmentRule([segment]), () => new MembersStep<T>(segment, isMember));
    }

    private int Condition(SegmentRule rule, string field)
    {
        if (IsMoving(field))
        {
            return RowByRow(rule);
        }

        return program.StepOf(rule, () => FieldOf(field).Type switch
        {
            FieldType.Number => Value<decimal?>(rule, field),
            FieldType.Boolean => Value<bool?>(rule, field),
            FieldType.Date => Value<LocalDate?>(rule, field),
            FieldType.Instant => Value<Instant?>(rule, field),
            _ => Value<string?>(rule, field),
        });
    }

    private ValueStep<TValue> Value<TValue>(SegmentRule rule, string field) =>
        new(program.PlaceOf(field), (IValueCondition<TValue>)rule.Accept(new RuleCompiler<IndexRow>(program.Rows, terms.Plan)));

    private int Elements(SegmentRule rule, string field, SegmentRule[] wanted, (bool IsAll, bool IsNegated) form) => program.StepOf(rule, () =>
        FieldOf(field).Type == FieldType.NumberSet ? Elements<decimal?>(field, wanted, form) : Elements<string?>(field, wanted, form));

    private ElementsStep<TElement> Elements<TElement>(string field, SegmentRule[] wanted, (bool IsAll, bool IsNegated) form)
    {
        var elements = RowSchemas.Of(FieldOf(field).Items!);
        return new(
            program.PlaceOf(field), [.. wanted.Select(each => (IValueCondition<TElement>)each.Accept(new RuleCompiler<IndexRow>(elements, terms.Plan)))], form);
    }

    private int RowByRow(SegmentRule rule) => program.StepOf(rule, () => isTop && UsedFields.Of(rule, terms.Schema).Any(field => IsMoving(field.Name))
        ? new MovingStep<T>(rule.Accept(new RuleCompiler<T>(terms.Schema, terms.Plan)), terms.Moving!.At, terms.Now)
        : new RowStep(rule.Accept(new RuleCompiler<IndexRow>(program.Rows, terms.Plan))));

    private bool IsMoving(string field) => isTop && terms.Moving?.Names.Contains(field) == true;

    private SegmentField FieldOf(string field) => program.Schema.Fields[program.PlaceOf(field)];
}
