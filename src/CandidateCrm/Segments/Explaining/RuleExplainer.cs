using CandidateCrm.Segments.Evaluation;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments.Explaining;

/// <summary>Says of a rule that was reviewed which of its conditions decide about a candidate. Made when it is asked for; evaluation alone needs none of it.</summary>
internal sealed class RuleExplainer<T>
{
    private readonly SegmentSchema<T> _schema;
    private readonly MomentPlan _plan = new();
    private readonly RuleCompiler<T> _compiler;
    private readonly FieldReaders<T> _fields;
    private readonly DecidingPart<T> _whole;
    private readonly RuleNode<T> _node;

    internal RuleExplainer(SegmentSchema<T> schema, SegmentRule rule)
    {
        _schema = schema;
        _compiler = new RuleCompiler<T>(schema, _plan);
        _fields = new FieldReaders<T>(schema);
        _whole = PartOf(rule);
        _node = rule.Accept(_compiler);
    }

    internal SegmentExplanation Explain(T candidate, Instant now, DateTimeZone zone, Func<T, SegmentKey, bool>? memberships)
    {
        var moment = _plan.At(new LocalCalendar(now, zone, _schema.WeekStart), memberships);
        var (holds, by) = _whole.Of(candidate, moment);
        var search = new FlipSearch(_plan, new ZoneClock(zone, _schema.WeekStart), memberships);
        var asked = new Asked<T>(candidate, moment, search, now);
        return new SegmentExplanation
        {
            IsIn = holds,
            At = now,
            Zone = zone.Id,
            Deciding = [.. by.Select(leaf => leaf.Describe(asked))],
            NextFlip = search.NextFlip(_node, candidate, now),
            TreeLater = () => _whole.Show(asked, decides: true),
        };
    }

    private DecidingPart<T> PartOf(SegmentRule rule) => rule switch
    {
        AndRule and => new DecidingGroup<T>([.. and.Rules.Select(PartOf)], isOr: false),
        OrRule or => new DecidingGroup<T>([.. or.Rules.Select(PartOf)], isOr: true),
        NotRule not => new DecidingNegation<T>(PartOf(not.Rule)),
        CountRule count => new DecidingLeaf<T>(rule, rule.Accept(_compiler), _fields.Field(count.Collection)) { Items = ItemsOf(count) },
        InSegmentRule or EveryoneRule => new DecidingLeaf<T>(rule, rule.Accept(_compiler), field: null),
        _ => Leaf(rule, _fields.Field(NameOf(rule))),
    };

    private DecidingLeaf<T> Leaf(SegmentRule rule, SegmentField field) => new(rule, rule.Accept(_compiler), field) { Actual = ActualOf(field) };

    private Func<T, Moment, (int Met, int All)> ItemsOf(CountRule count)
    {
        var use = new MetItemsUse<T>(count.Where, _plan);
        var field = _fields.Field(count.Collection);
        return field.Type switch
        {
            FieldType.NumberSet => use.Use(_fields.Numbers(field.Name), (SegmentSchema<decimal>)field.Items!),
            FieldType.Collection => _fields.Collection(field.Name).Use(use),
            _ => use.Use(_fields.Texts(field.Name), (SegmentSchema<string>)field.Items!),
        };
    }

    private static string NameOf(SegmentRule rule) => rule switch
    {
        CompareRule compare => compare.Field,
        InSetRule set => set.Field,
        TextRule text => text.Field,
        HasValueRule presence => presence.Field,
        TimeRule time => time.Field,
        SetsRule sets => sets.Field,
        _ => throw new ArgumentException("The condition names no field.", nameof(rule)),
    };

    private Func<T, AttributeValue>? ActualOf(SegmentField field)
    {
        switch (field.Type)
        {
            case FieldType.Number:
                var number = _fields.Number(field.Name);
                return item => number(item) is { } value ? value : default(AttributeValue);
            case FieldType.Boolean:
                var flag = _fields.Flag(field.Name);
                return item => flag(item) is { } value ? value : default(AttributeValue);
            case FieldType.Date:
                var date = _fields.Date(field.Name);
                return item => date(item) is { } value ? value : default(AttributeValue);
            case FieldType.Instant:
                var instant = _fields.Instant(field.Name);
                return item => instant(item) is { } value ? value : default(AttributeValue);
            case FieldType.NumberSet:
                var numbers = _fields.Numbers(field.Name);
                return item => numbers(item) is { Count: > 0 } values ? AttributeValue.Numbers(values) : default;
            case FieldType.TextSet or FieldType.CodeSet:
                var texts = _fields.Texts(field.Name);
                return item => texts(item) is { Count: > 0 } values ? AttributeValue.Texts(values.Where(each => each is not null)) : default;
            case FieldType.Collection:
                return null;
            default:
                var text = _fields.Text(field.Name);
                return item => text(item) is { Length: > 0 } value ? value : default(AttributeValue);
        }
    }
}
