namespace CandidateCrm.Segments.Reading;

/// <summary>The fields that a rule uses, those of items among them, each once.</summary>
internal sealed class UsedFields : RuleVisitor<IEnumerable<SegmentField>>
{
    private readonly SegmentSchema _schema;

    private UsedFields(SegmentSchema schema) => _schema = schema;

    internal static IEnumerable<SegmentField> Of(SegmentRule rule, SegmentSchema schema) => rule.Accept(new UsedFields(schema)).Distinct();

    internal override IEnumerable<SegmentField> Visit(AndRule rule) => rule.Rules.SelectMany(each => each.Accept(this));

    internal override IEnumerable<SegmentField> Visit(OrRule rule) => rule.Rules.SelectMany(each => each.Accept(this));

    internal override IEnumerable<SegmentField> Visit(NotRule rule) => rule.Rule.Accept(this);

    internal override IEnumerable<SegmentField> Visit(CompareRule rule) => [.. Named(rule.Field), .. Operand(rule.Operand), .. Operand(rule.UpTo)];

    internal override IEnumerable<SegmentField> Visit(InSetRule rule) => Named(rule.Field);

    internal override IEnumerable<SegmentField> Visit(TextRule rule) => [.. Named(rule.Field), .. Operand(rule.Operand)];

    internal override IEnumerable<SegmentField> Visit(HasValueRule rule) => Named(rule.Field);

    internal override IEnumerable<SegmentField> Visit(TimeRule rule) => Named(rule.Field);

    internal override IEnumerable<SegmentField> Visit(SetsRule rule) => Named(rule.Field);

    internal override IEnumerable<SegmentField> Visit(CountRule rule) =>
        Named(rule.Collection).SelectMany(field => field.Items is { } items ? Of(rule.Where, items).Where(item => item.Name.Length > 0).Prepend(field) : [field]);

    internal override IEnumerable<SegmentField> Visit(InSegmentRule rule) => [];

    internal override IEnumerable<SegmentField> Visit(EveryoneRule rule) => [];

    private IEnumerable<SegmentField> Named(string name) => _schema.TryFind(name, out var field) ? [field] : [];

    private IEnumerable<SegmentField> Operand(SegmentOperand? operand) => operand is FieldOperand other ? Named(other.Field) : [];
}
