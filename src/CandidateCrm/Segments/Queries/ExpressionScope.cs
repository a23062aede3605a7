using System.Linq.Expressions;

namespace CandidateCrm.Segments.Queries;

/// <summary>A candidate or an item, in an expression.</summary>
internal sealed class ExpressionScope<T>(SegmentSchema<T> schema, ParameterExpression at, QueryCapabilities capabilities) : QueryScope<Expression>
{
    internal override SegmentSchema Schema => schema;

    internal override Expression True => ExpressionWords.True;

    internal override Expression False => ExpressionWords.False;

    /// <summary>Gets where each item of this scope stands.</summary>
    internal ParameterExpression At => at;

    /// <summary>Gets or sets how membership of segments is asked; null where the query does not know.</summary>
    internal Func<SegmentKey, Expression<Func<T, bool>>?>? Memberships { get; init; }

    internal override bool CanSay(string text) => capabilities.IsInMemory || Wording.IsStorable(text);

    internal override QueryColumn<Expression>? Column(SegmentField field)
    {
        var reader = schema.ReaderOf(field.Name);
        if (capabilities.IsInMemory)
        {
            return ColumnTypes.OfMemory(Evaluation.Rebinding.Body(reader.Accessor, at));
        }

        return Read(reader.Source) is not { } read ? null : reader.Column is { } make ? make(read) : ColumnTypes.OfProvider(read, reader.Folded is { } folded ? Read(folded) : null, capabilities);
    }

    internal override QueryItems<Expression>? Items(SegmentField field)
    {
        var reader = schema.ReaderOf(field.Name);
        var source = capabilities.IsInMemory ? Evaluation.Rebinding.Body(reader.Accessor, at) : Read(reader.Source);
        if (source is null)
        {
            return null;
        }

        return field.Type switch
        {
            FieldType.Collection => ((CollectionReader<T>)reader).Use(new ItemsUse<T>(source, capabilities)),
            FieldType.NumberSet => new ExpressionItems<decimal>(source, (SegmentSchema<decimal>)field.Items!, capabilities, isSet: true),
            _ => new ExpressionItems<string>(source, (SegmentSchema<string>)field.Items!, capabilities, isSet: true),
        };
    }

    internal override Expression? IsIn(InSegmentRule rule, bool isNegated)
    {
        var members = rule.Segments.Select(segment => Memberships?.Invoke(segment)).ToList();
        if (members.Contains(null))
        {
            return null;
        }

        var isIn = Any(members.Select(member => Evaluation.Rebinding.Body(member!, at)));
        return isNegated ? Expression.Not(isIn) : isIn;
    }

    protected override Expression Join(IReadOnlyList<Expression> parts, bool isAll) => parts.Aggregate(isAll ? Expression.AndAlso : Expression.OrElse);

    /// <summary>Returns a field as the provider can read it: a chain of properties, without the conversions to the types of rules.</summary>
    private Expression? Read(LambdaExpression source)
    {
        var read = ExpressionWords.WithoutConversion(source.Body);
        return ExpressionWords.IsChain(read, source.Parameters[0]) && capabilities.CanRead?.Invoke(source) != false
            ? ExpressionWords.WithoutConversion(Evaluation.Rebinding.Body(source, at))
            : null;
    }
}
