using System.Linq.Expressions;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>Everything of a rule that depends on now and the zone and not on the candidate, computed once.</summary>
internal sealed class Moment(Instant[] instants, LocalDate[] dates, LocalDate today, Delegate? memberships)
{
    internal LocalDate Today => today;

    internal Instant InstantAt(int slot) => instants[slot];

    internal LocalDate DateAt(int slot) => dates[slot];

    internal Func<T, SegmentKey, bool> Memberships<T>() =>
        memberships as Func<T, SegmentKey, bool> ?? throw new InvalidOperationException("The rule refers to segments: say who is in them.");

    /// <summary>Writes the look at an instant.</summary>
    internal static Expression EmitInstant(Expression moment, int slot)
    {
        Expression<Func<Moment, int, Instant>> look = (each, at) => each.InstantAt(at);
        return Expression.Call(moment, ((MethodCallExpression)look.Body).Method, Expression.Constant(slot));
    }
}
