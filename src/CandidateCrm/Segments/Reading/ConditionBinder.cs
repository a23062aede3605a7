using System.Diagnostics.CodeAnalysis;
using Codes = CandidateCrm.Segments.SegmentFaultCodes;

namespace CandidateCrm.Segments.Reading;

/// <summary>Makes a condition over one field.</summary>
internal sealed class ConditionBinder(FieldGate gate, FaultNotes notes)
{
    private readonly TimeBinder _times = new(notes);

    internal ValueBinder Values { get; } = new(notes);

    internal bool TryField(RawName name, Scope scope, [NotNullWhen(true)] out SegmentField? field)
    {
        if (scope.Schema.TryFind(name.Text, out field))
        {
            return true;
        }

        notes.Unknown(Codes.UnknownField, name, "a field", scope.Schema.Names);
        return false;
    }

    internal SegmentRule? Bind(RawCondition raw, Scope scope)
    {
        var isField = TryField(raw.Field, scope, out var field);
        if (!Operators.ByWord.TryGetValue(raw.Operator.Text, out var @operator))
        {
            notes.Unknown(Codes.UnknownOperator, raw.Operator, "an operator", Operators.Words);
            return null;
        }

        if (!isField || !gate.Lets(field!, raw.Field.Spot, @operator.Family == Family.Presence, scope.IsOfItem))
        {
            return null;
        }

        if (!@operator.Types.Contains(field!.Type))
        {
            var known = Operators.ByWord.Values.Where(each => each.Types.Contains(field.Type)).Select(each => each.Word).Order(StringComparer.Ordinal);
            notes.Note(
                Codes.UnsupportedOperator,
                raw.Operator.Spot,
                $"«{@operator.Word}» is not for a field of the type {Words<FieldType>.Of(field.Type)}, as «{field.Name}» is. It takes {string.Join(", ", known)}.");
            return null;
        }

        return Bind(raw, new Bound(field, scope), @operator);
    }

    private SegmentRule? Bind(RawCondition raw, Bound bound, Operator @operator)
    {
        var field = bound.Field;
        switch (@operator.Family)
        {
            case Family.Comparison:
                return Compare(raw, bound, (CompareOperator)@operator.Value);
            case Family.Search:
                return Operand(raw.Operand, bound, isSearch: true) is { } sought ? new TextRule(field.Name, (TextOperator)@operator.Value, sought) : null;
            case Family.List:
                return Values.List(raw.Operand, field.Type) is { } list ? new InSetRule(field.Name, list.Select(each => each.Value), @operator.Value != 0) : null;
            case Family.Sets:
                return Values.List(raw.Operand, LiteralReading.ElementOf(field.Type)) is { } set ? new SetsRule(field.Name, (SetOperator)@operator.Value, set.Select(each => each.Value)) : null;
            case Family.Length:
                return _times.Length(raw.Operand, field, (TimeOperator)@operator.Value);
            case Family.Period:
                return _times.Period(raw.Operand, field, (TimeOperator)@operator.Value);
            default:
                return new HasValueRule(field.Name, @operator.Value != 0);
        }
    }

    private CompareRule? Compare(RawCondition raw, Bound bound, CompareOperator @operator)
    {
        if (@operator is not (CompareOperator.Between or CompareOperator.NotBetween))
        {
            return Operand(raw.Operand, bound, isSearch: false) is { } operand ? new CompareRule(bound.Field.Name, @operator, operand) : null;
        }

        if (Values.Bounds(raw.Operand) is not { } bounds)
        {
            return null;
        }

        var (from, to) = (Operand(bounds[0], bound, isSearch: false), Operand(bounds[1], bound, isSearch: false));
        return from is null || to is null ? null : new CompareRule(bound.Field.Name, @operator, from, to);
    }

    private SegmentOperand? Operand(RawOperand raw, Bound bound, bool isSearch)
    {
        switch (raw)
        {
            case RawField other:
                return Other(other, bound, isSearch);
            case RawRelative relative when !isSearch && bound.Field.Type is FieldType.Date or FieldType.Instant:
                return _times.Relative(relative, bound.Field);
            default:
                return Values.Read(raw, LiteralReading.ElementOf(bound.Field.Type)) is { } value ? new LiteralOperand(value) : null;
        }
    }

    private FieldOperand? Other(RawField raw, Bound bound, bool isSearch)
    {
        if (!TryField(new RawName(raw.Name, raw.Spot), bound.Scope, out var other) || !gate.Lets(other, raw.Spot, isPresence: false, bound.Scope.IsOfItem))
        {
            return null;
        }

        var wanted = LiteralReading.ElementOf(bound.Field.Type);
        var isSame = other.Type == wanted || (isSearch && wanted is FieldType.Text or FieldType.Code && other.Type is FieldType.Text or FieldType.Code);
        if (!isSame)
        {
            notes.Note(Codes.TypeMismatch, raw.Spot, $"«{bound.Field.Name}» compares with a field of the type {Words<FieldType>.Of(wanted)}, but «{other.Name}» is of the type {Words<FieldType>.Of(other.Type)}.");
        }

        return isSame ? new FieldOperand(other.Name) : null;
    }

    private readonly record struct Bound(SegmentField Field, Scope Scope);
}
