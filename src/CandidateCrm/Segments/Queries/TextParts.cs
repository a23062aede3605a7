namespace CandidateCrm.Segments.Queries;

/// <summary>Conditions over texts and codes. Where case is ignored they are said over a column that holds texts in upper case, or over one with the letters replaced that matter.</summary>
internal sealed class TextParts<TPart>(QueryScope<TPart> scope)
    where TPart : class
{
    private const char FirstSurrogate = '\ud800';

    internal TPart? Compare(CompareRule rule, SegmentField field, bool isNegated)
    {
        if (scope.Column(field) is not { } column)
        {
            return null;
        }

        if (rule.Operand is LiteralOperand one && rule.UpTo is null or LiteralOperand)
        {
            string[] literals = rule.UpTo is LiteralOperand two ? [one.Value.AsText, two.Value.AsText] : [one.Value.AsText];
            var isAboveEmpty = rule.Operator is not (CompareOperator.Less or CompareOperator.LessOrEqual) && Array.TrueForAll(literals, literal => literal.Length > 0);
            return isAboveEmpty
                ? HasNotEmpty(field, column, Literals(rule, field, column, literals, isNegated), isNegated)
                : Has([(field, column)], Literals(rule, field, column, literals, isNegated), isNegated);
        }

        var columns = new List<(SegmentField Field, QueryColumn<TPart> Column)> { (field, column) };
        foreach (var operand in new[] { rule.Operand, rule.UpTo }.OfType<FieldOperand>())
        {
            if (!scope.Schema.TryFind(operand.Field, out var other) || scope.Column(other) is not { } otherColumn)
            {
                return null;
            }

            columns.Add((other, otherColumn));
        }

        return Has(columns, Fields(rule, field, columns, isNegated), isNegated);
    }

    internal TPart? OneOf(InSetRule rule, SegmentField field, bool isNegated)
    {
        if (scope.Column(field) is not { } column)
        {
            return null;
        }

        string[] values = [.. rule.Values.Select(value => value.AsText).Where(text => text.Length > 0)];
        if (values.Length == 0)
        {
            return isNegated ? scope.True : scope.False;
        }

        if (Comparable(field, column, values) is not { } compared)
        {
            return null;
        }

        object[] literals = [.. values.Select(compared.Literal).Distinct(StringComparer.Ordinal)];
        return HasNotEmpty(field, column, literals is [var only] ? compared.Column.Is(isNegated ? CompareOperator.NotEqual : CompareOperator.Equal, only) : compared.Column.IsOneOf(literals, isNegated), isNegated);
    }

    internal TPart? Search(TextRule rule, SegmentField field, bool isNegated)
    {
        if (scope.Column(field) is not { } column)
        {
            return null;
        }

        var search = rule.Operator switch
        {
            TextOperator.BeginsWith or TextOperator.DoesNotBeginWith => TextOperator.BeginsWith,
            TextOperator.EndsWith or TextOperator.DoesNotEndWith => TextOperator.EndsWith,
            _ => TextOperator.Contains,
        };
        if (rule.Operand is LiteralOperand { Value.AsText: var literal })
        {
            return Comparable(field, column, [literal]) is not { } compared ? null
                : literal.Length > 0 ? HasNotEmpty(field, column, compared.Column.Has(search, compared.Literal(literal), isNegated), isNegated)
                : Has([(field, column)], compared.Column.Has(search, compared.Literal(literal), isNegated), isNegated);
        }

        if (!scope.Schema.TryFind(((FieldOperand)rule.Operand).Field, out var other) || scope.Column(other) is not { } sought)
        {
            return null;
        }

        return Pair(field, column, sought) is { } pair ? Has([(field, column), (other, sought)], pair.Column.Has(search, pair.Other, isNegated), isNegated) : null;
    }

    /// <summary>Says that two columns hold the same text, under the case rule of the field; null where the query cannot.</summary>
    internal TPart? Equal(SegmentField field, QueryColumn<TPart> column, QueryColumn<TPart> other) =>
        Pair(field, column, other) is { } pair && pair.Column.Is(CompareOperator.Equal, pair.Other) is { } isEqual ? scope.All(column.IsMissing(isNegated: true), isEqual) : null;

    /// <summary>Says whether there is a value: no null, and no empty text.</summary>
    internal TPart? Presence(SegmentField field, QueryColumn<TPart> column, bool isMissing)
    {
        var isNull = column.IsMissing(isNegated: !isMissing);
        if (field.Type is not (FieldType.Text or FieldType.Code))
        {
            return isNull ?? (isMissing ? scope.False : scope.True);
        }

        var isEmpty = column.Is(isMissing ? CompareOperator.Equal : CompareOperator.NotEqual, string.Empty);
        return isEmpty is null ? null : isMissing ? scope.Any(isNull, isEmpty) : scope.All(isNull, isEmpty);
    }

    /// <summary>A part where each has a value; its complement where one has none.</summary>
    private TPart? Has(IReadOnlyList<(SegmentField Field, QueryColumn<TPart> Column)> columns, TPart? part, bool isNegated)
    {
        var present = columns.Select(each => Presence(each.Field, each.Column, isMissing: isNegated)).ToList();
        return part is null || present.Contains(null) ? null : isNegated ? scope.Any([.. present, part]) : scope.All([.. present, part]);
    }

    /// <summary>As <see cref="Has"/>, where the part is no truth about the empty text. It looks at no other column than the part does, so that an index of that alone serves both.</summary>
    private TPart? HasNotEmpty(SegmentField field, QueryColumn<TPart> column, TPart? part, bool isNegated)
    {
        if (part is null)
        {
            return null;
        }

        var present = (field.IsCaseSensitive ? column : column.Sought).IsMissing(isNegated: !isNegated);
        return isNegated ? scope.Any(present ?? scope.False, part) : scope.All(present ?? scope.True, part);
    }

    private TPart? Literals(CompareRule rule, SegmentField field, QueryColumn<TPart> column, string[] literals, bool isNegated)
    {
        var isOrder = rule.Operator is not (CompareOperator.Equal or CompareOperator.NotEqual);
        var found = isOrder ? Ordered(field, column, literals) : Comparable(field, column, literals);
        if (found is not { } compared)
        {
            return null;
        }

        string[] values = [.. literals.Select(compared.Literal).Order(field.IsCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase)];
        if (values is [var low, var high])
        {
            var (isLow, isHigh) = (compared.Column.Is(isNegated ? CompareOperator.Less : CompareOperator.GreaterOrEqual, low), compared.Column.Is(isNegated ? CompareOperator.Greater : CompareOperator.LessOrEqual, high));
            return isLow is null || isHigh is null ? null : isNegated ? scope.Any(isLow, isHigh) : scope.All(isLow, isHigh);
        }

        return compared.Column.Is(Sign(rule.Operator, isNegated), values[0]);
    }

    private TPart? Fields(CompareRule rule, SegmentField field, List<(SegmentField Field, QueryColumn<TPart> Column)> columns, bool isNegated)
    {
        var column = columns[0].Column;
        if (rule.UpTo is null)
        {
            var isEqual = rule.Operator is CompareOperator.Equal or CompareOperator.NotEqual;
            return Pair(field, column, columns[1].Column) is { } pair && (isEqual || column.Ordering == TextOrdering.Ordinal) ? pair.Column.Is(Sign(rule.Operator, isNegated), pair.Other) : null;
        }

        var (isAtLeast, isAtMost) = (Sign(CompareOperator.GreaterOrEqual, isNegated), Sign(CompareOperator.LessOrEqual, isNegated));
        TPart?[] parts =
        [
            Bound(rule.Operand, isAtLeast, field, column), Bound(rule.UpTo, isAtMost, field, column),
            Bound(rule.Operand, isAtMost, field, column), Bound(rule.UpTo, isAtLeast, field, column),
        ];
        return parts.Contains(null) ? null
            : isNegated ? scope.All(scope.Any(parts[0], parts[1]), scope.Any(parts[2], parts[3]))
            : scope.Any(scope.All(parts[0], parts[1]), scope.All(parts[2], parts[3]));
    }

    private TPart? Bound(SegmentOperand bound, CompareOperator sign, SegmentField field, QueryColumn<TPart> column)
    {
        if (bound is LiteralOperand { Value.AsText: var literal })
        {
            return Ordered(field, column, [literal]) is { } compared ? compared.Column.Is(sign, compared.Literal(literal)) : null;
        }

        return scope.Schema.TryFind(((FieldOperand)bound).Field, out var other) && scope.Column(other) is { } otherColumn
            && Pair(field, column, otherColumn) is { } pair && column.Ordering == TextOrdering.Ordinal ? pair.Column.Is(sign, pair.Other) : null;
    }

    private static CompareOperator Sign(CompareOperator @operator, bool isNegated)
    {
        var positive = @operator == CompareOperator.NotEqual ? CompareOperator.Equal : @operator;
        return isNegated ? OrderedParts<TPart>.Complement(positive) : positive;
    }

    /// <summary>Returns two columns that are the same text exactly where the field says that theirs are; null where the query has none.</summary>
    private static (QueryColumn<TPart> Column, QueryColumn<TPart> Other)? Pair(SegmentField field, QueryColumn<TPart> column, QueryColumn<TPart> other) =>
        field.IsCaseSensitive ? (column, other) : column.Folded is { } folded && other.Folded is { } otherFolded ? (folded, otherFolded) : null;

    /// <summary>Returns a column in which the literals are found exactly, and how they read there.</summary>
    private ComparedText<TPart>? Comparable(SegmentField field, QueryColumn<TPart> column, string[] literals)
    {
        if (!literals.All(scope.CanSay))
        {
            return null;
        }

        return field.IsCaseSensitive ? new(column, text => text)
            : column.Folded is { } folded ? new(folded, LetterCase.Upper)
            : LetterCase.PairsFor(literals) is not { } pairs ? null
            : pairs.Count == 0 ? new(column, LetterCase.Upper)
            : column.Replaced(pairs) is { } replaced ? new(replaced, LetterCase.Upper) : null;
    }

    /// <summary>Returns a column that sorts against the literals as rules mean it, and how they read there.</summary>
    private ComparedText<TPart>? Ordered(SegmentField field, QueryColumn<TPart> column, string[] literals)
    {
        if (!literals.All(scope.CanSay) || column.Ordering == TextOrdering.Unknown)
        {
            return null;
        }

        ComparedText<TPart>? compared = field.IsCaseSensitive ? new(column, text => text)
            : column.Folded is { } folded ? new(folded, LetterCase.Upper)
            : LetterCase.PairsForOrder(literals) is { } pairs && column.Replaced(pairs) is { } replaced ? new(replaced, LetterCase.Upper) : null;

        // Where case is ignored texts sort by code points. UTF-16 sorts like them as long as one side is below the surrogates.
        return compared is { } found && (!field.IsCaseSensitive || column.Ordering == TextOrdering.Ordinal || literals.All(text => found.Literal(text).All(letter => letter < FirstSurrogate))) ? found : null;
    }
}
