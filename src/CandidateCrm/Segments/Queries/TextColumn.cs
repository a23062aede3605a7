using System.Linq.Expressions;
using System.Reflection;

namespace CandidateCrm.Segments.Queries;

/// <summary>A text or code in an expression.</summary>
internal sealed class TextColumn(Expression read, Expression? folded, TextOrdering ordering) : QueryColumn<Expression>
{
    private static readonly MethodInfo ContainsIn = ((Func<IEnumerable<string>, string, bool>)Enumerable.Contains).Method;
    private static readonly MethodInfo ToUpper = ExpressionWords.MethodOf<Func<string, string>>(text => text.ToUpperInvariant());
    private static readonly MethodInfo OrdinalCompare = ((Func<string?, string?, int>)string.CompareOrdinal).Method;
    private static readonly MethodInfo Compare = ((Func<string?, string?, int>)string.Compare).Method;
#pragma warning disable CA1307, CA1309, CA1310, MA0001, MA0074 // Providers know these forms, and no others; what they translate them to is ordinal.
    private static readonly MethodInfo Replace = ExpressionWords.MethodOf<Func<string, string>>(text => text.Replace("ab", "AB"));
    private static readonly MethodInfo Contains = ExpressionWords.MethodOf<Func<string, bool>>(text => text.Contains("ab"));
    private static readonly MethodInfo StartsWith = ExpressionWords.MethodOf<Func<string, bool>>(text => text.StartsWith("ab"));
    private static readonly MethodInfo EndsWith = ExpressionWords.MethodOf<Func<string, bool>>(text => text.EndsWith("ab"));
#pragma warning restore CA1307, CA1309, CA1310, MA0001, MA0074
    private static readonly MethodInfo OrdinalStartsWith = ExpressionWords.MethodOf<Func<string, bool>>(text => text.StartsWith("ab", StringComparison.Ordinal));
    private static readonly MethodInfo OrdinalEndsWith = ExpressionWords.MethodOf<Func<string, bool>>(text => text.EndsWith("ab", StringComparison.Ordinal));

    internal override TextOrdering Ordering => ordering;

    internal override QueryColumn<Expression>? Folded => IsInMemory ? new TextColumn(Expression.Call(read, ToUpper), null, ordering) : folded is null ? null : new TextColumn(folded, null, ordering);

    private bool IsInMemory => ordering == TextOrdering.Ordinal;

    internal override QueryColumn<Expression> Replaced(IReadOnlyList<LetterPair> letters) => new TextColumn(
        letters.Aggregate(read, (text, pair) => Expression.Call(text, Replace, Expression.Constant(pair.Letter), Expression.Constant(pair.Stands))), null, ordering);

    internal override Expression IsMissing(bool isNegated) => ExpressionWords.Compare(isNegated ? CompareOperator.NotEqual : CompareOperator.Equal, read, Expression.Constant(null, typeof(string)));

    internal override Expression Is(CompareOperator @operator, object value) => Is(@operator, ExpressionWords.Held((string)value));

    internal override Expression? Is(CompareOperator @operator, QueryColumn<Expression> other) => other is TextColumn { Read: var text } ? Is(@operator, text) : null;

    internal override Expression IsOneOf(IReadOnlyList<object> values, bool isNegated)
    {
        var isIn = Expression.Call(ContainsIn, ExpressionWords.Held<IEnumerable<string>>(values.Cast<string>().ToArray()), read);
        return isNegated ? Expression.Not(isIn) : isIn;
    }

    internal override Expression Has(TextOperator search, string sought, bool isNegated) => Has(search, ExpressionWords.Held(sought), isNegated);

    internal override Expression? Has(TextOperator search, QueryColumn<Expression> sought, bool isNegated) => sought is TextColumn { Read: var text } ? Has(search, text, isNegated) : null;

    private Expression Read => read;

    private BinaryExpression Is(CompareOperator @operator, Expression other) => @operator is CompareOperator.Equal or CompareOperator.NotEqual
        ? ExpressionWords.Compare(@operator, read, other)
        : ExpressionWords.Compare(@operator, Expression.Call(IsInMemory ? OrdinalCompare : Compare, read, other), Expression.Constant(0));

    private Expression Has(TextOperator search, Expression sought, bool isNegated)
    {
        var ordinal = Expression.Constant(StringComparison.Ordinal);
        var has = (search, IsInMemory) switch
        {
            (TextOperator.BeginsWith, true) => Expression.Call(read, OrdinalStartsWith, sought, ordinal),
            (TextOperator.BeginsWith, false) => Expression.Call(read, StartsWith, sought),
            (TextOperator.EndsWith, true) => Expression.Call(read, OrdinalEndsWith, sought, ordinal),
            (TextOperator.EndsWith, false) => Expression.Call(read, EndsWith, sought),
            _ => Expression.Call(read, Contains, sought),
        };
        return isNegated ? Expression.Not(has) : has;
    }
}
