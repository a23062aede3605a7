using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using CandidateCrm.Segments.Queries;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Code that compares texts with short literals letter by letter: compiled at run time, a call costs more than the letters.</summary>
internal static class TextCode
{
    private const int LongestInPlace = 16;
    private const int CaseBit = 0x20;

    private static readonly PropertyInfo Length = (PropertyInfo)((MemberExpression)((Expression<Func<string, int>>)(text => text.Length)).Body).Member;
    private static readonly MethodInfo LetterAt = ((MethodCallExpression)((Expression<Func<string, char>>)(text => text[0])).Body).Method;

    /// <summary>Writes that a text is a literal, or begins with it; null where a call is as good.</summary>
    internal static Expression? Match(Expression value, string wanted, bool isExact, bool isWhole)
    {
        if (wanted.Length is 0 or > LongestInPlace || (!isExact && !IsPlain(wanted)))
        {
            return null;
        }

        var text = Expression.Variable(typeof(string));
        var length = Expression.Property(text, Length);
        Expression[] tests =
        [
            Expression.ReferenceNotEqual(text, Expression.Constant(null, typeof(string))),
            isWhole ? Expression.Equal(length, Expression.Constant(wanted.Length)) : Expression.GreaterThanOrEqual(length, Expression.Constant(wanted.Length)),
            .. wanted.Select((letter, index) => Letter(Expression.Call(text, LetterAt, Expression.Constant(index)), letter, isExact)),
        ];
        return Expression.Block([text], Expression.Assign(text, value), tests.Aggregate(Expression.AndAlso));
    }

    /// <summary>Says whether each letter has no other form than those of ASCII.</summary>
    private static bool IsPlain(string wanted) => Ascii.IsValid(wanted) && LetterCase.PairsFor([wanted]) is { } pairs && pairs.All(pair => Ascii.IsValid(pair.Letter));

    private static BinaryExpression Letter(Expression at, char letter, bool isExact) => isExact || !char.IsAsciiLetter(letter)
        ? Expression.Equal(Expression.Convert(at, typeof(int)), Expression.Constant((int)letter))
        : Expression.Equal(Expression.Or(Expression.Convert(at, typeof(int)), Expression.Constant(CaseBit)), Expression.Constant(letter | CaseBit));
}
