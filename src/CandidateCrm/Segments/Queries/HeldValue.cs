using System.Linq.Expressions;
using System.Reflection;

namespace CandidateCrm.Segments.Queries;

/// <summary>Holds a value of a query, as the compiler holds the local variables that a lambda uses.</summary>
internal sealed class HeldValue<TValue>(TValue value)
{
    internal readonly TValue Value = value;

    internal static FieldInfo Field { get; } = (FieldInfo)((MemberExpression)((Expression<Func<HeldValue<TValue>, TValue>>)(held => held.Value)).Body).Member;
}
