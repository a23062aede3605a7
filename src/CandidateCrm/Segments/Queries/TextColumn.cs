using System.Linq.Expressions;
using System.Reflection;

namespace CandidateCrm.Segments.Queries;

/// <summary>A text or code in an expression.</summary>
internal sealed class TextColumn(Expression read, Expression? folded, QueryCapabilities can, bool isFolded = false) : QueryColumn<Expression>
{
    private static readonly MethodInfo ContainsIn = ((Func<IEnumerable<string>, string, bool>)Enumerable.Contains).Method;
    private static readonly MethodInfo ToUpper = ExpressionWords.MethodOf<Func<string, string>>(text => text.ToUpperInvariant());
    private static readonly MethodInfo CompareWith = ((Func<string?, string?, StringComparison, int>)string.Compare).Method;
    private static readonly MethodInfo Compare = ((Func<string?, string?, int>)string.Compare).Method;
#pragma warning disable CA1307, CA1309, CA1310, MA0001, MA0074 // Providers know these forms, and no others; what they translate them to is ordinal.
    private static readonly MethodInfo Replace = ExpressionWords.MethodOf<Func<string, string>>(text => text.Replace("ab", "AB"));
    private static readonly MethodInfo Contains = ExpressionWords.MethodOf<Func<string, bool>>(text => text.Contains("ab"));
    private static readonly MethodInfo StartsWith = ExpressionWords.MethodOf<Func<string, bool>>(text => text.StartsWith("ab"));
    private static readonly MethodInfo IndexOf = ExpressionWords.MethodOf<Func<string, int>>(text => text.IndexOf("ab"));
    private static readonly MethodInfo EndsWith = ExpressionWords.MethodOf<Func<string, bool>>(text => text.EndsWith("ab"));
#pragma warning restore CA1307, CA1309, CA1310, MA0001, MA0074
    private static readonly MethodInfo Substring = ExpressionWords.MethodOf<Func<string, string>>(text => text.Substring(1));
    private static readonly PropertyInfo Length = (PropertyInfo)((MemberExpression)((Expression<Func<string, int>>)(text => text.Length)).Body).Member;
    private static readonly MethodInfo OrdinalStartsWith = ExpressionWords.MethodOf<Func<string, bool>>(text => text.StartsWith("ab", StringComparison.Ordinal));
    private static readonly MethodInfo OrdinalEndsWith = ExpressionWords.MethodOf<Func<string, bool>>(text => text.EndsWith("ab", StringComparison.Ordinal));

    internal override TextOrdering Ordering => can.Ordering;

    internal override QueryColumn<Expression>? Folded => IsInMemory ? new TextColumn(Expression.Call(read, ToUpper), null, can, isFolded: true) : folded is null ? null : new TextColumn(folded, null, can, isFolded: true);

    internal override QueryColumn<Expression> Sought => folded is null || IsInMemory ? this : new TextColumn(folded, null, can, isFolded: true);

    private bool IsInMemory => can.IsInMemory;

    internal override QueryColumn<Expression> Replaced(IReadOnlyList<LetterPair> letters) => new TextColumn(
        letters.Aggregate(read, (text, pair) => Expression.Call(text, Replace, Expression.Constant(pair.Letter), Expression.Constant(pair.Stands))), null, can);

    internal override Expression IsMissing(bool isNegated) => ExpressionWords.Compare(isNegated ? CompareOperator.NotEqual : CompareOperator.Equal, read, Expression.Constant(null, typeof(string)));

    internal override Expression Is(CompareOperator @operator, object value) => Is(@operator, ExpressionWords.Held((string)value));

    internal override Expression? Is(CompareOperator @operator, QueryColumn<Expression> other) => other is TextColumn { Read: var text } ? Is(@operator, text) : null;

    internal override Expression IsOneOf(IReadOnlyList<object> values, bool isNegated)
    {
        var isIn = Expression.Call(ContainsIn, ExpressionWords.Held<IEnumerable<string>>(values.Cast<string>().ToArray()), read);
        return isNegated ? Expression.Not(isIn) : isIn;
    }

    internal override Expression Has(TextOperator search, string sought, bool isNegated) => Has(search, ExpressionWords.Held(sought), ExpressionWords.Held(sought.EnumerateRunes().Count()), isNegated);

    internal override Expression? Has(TextOperator search, QueryColumn<Expression> sought, bool isNegated) =>
        sought is TextColumn { Read: var text } ? Has(search, text, Expression.Property(text, Length), isNegated) : null;

    private Expression Read => read;

    private BinaryExpression Is(CompareOperator @operator, Expression other) => @operator is CompareOperator.Equal or CompareOperator.NotEqual
        ? ExpressionWords.Compare(@operator, read, other)
        : ExpressionWords.Compare(@operator, IsInMemory ? Expression.Call(CompareWith, read, other, Expression.Constant(Comparison)) : Expression.Call(Compare, read, other), Expression.Constant(0));

    /// <summary>Gets how memory sorts: letters beyond the basic plane stand last where case is ignored, and among the others where it is not.</summary>
    private StringComparison Comparison => isFolded ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private Expression Has(TextOperator search, Expression sought, Expression length, bool isNegated)
    {
        var ordinal = Expression.Constant(StringComparison.Ordinal);
        Expression has = search switch
        {
            TextOperator.Contains or TextOperator.DoesNotContain => Expression.Call(read, Contains, sought),
            TextOperator.BeginsWith when IsInMemory => Expression.Call(read, OrdinalStartsWith, sought, ordinal),
            TextOperator.BeginsWith when can.SearchesExactly => Expression.Call(read, StartsWith, sought),
            TextOperator.BeginsWith => Expression.Equal(Expression.Call(read, IndexOf, sought), Expression.Constant(0)),
            _ when IsInMemory => Expression.Call(read, OrdinalEndsWith, sought, ordinal),
            _ when can.SearchesExactly => Expression.Call(read, EndsWith, sought),
            _ => HasAtEnd(sought, length),
        };
        return isNegated ? Expression.Not(has) : has;
    }

    /// <summary>The last letters are the same. Both lengths are counted by the provider's rule, in code points.</summary>
    private BinaryExpression HasAtEnd(Expression sought, Expression length)
    {
        var before = Expression.Subtract(Expression.Property(read, Length), length);
        return Expression.AndAlso(
            Expression.GreaterThanOrEqual(before, Expression.Constant(0)),
            Expression.Equal(Expression.Call(read, Substring, before), sought));
    }
}
