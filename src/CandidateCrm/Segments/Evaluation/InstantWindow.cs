using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>An instant within a window of the moment; each end is in it or not.</summary>
internal readonly struct InstantWindow(int from, int to, WindowEnds ends) : ITest<Instant?>
{
    public bool IsOrdered => true;

    public bool HasValue(Instant? value) => value.HasValue;

    public int Side(Instant? value, Moment moment) => ends.Side(value.GetValueOrDefault().CompareTo(moment.InstantAt(from)), value.GetValueOrDefault().CompareTo(moment.InstantAt(to)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(Instant? value, Moment moment) =>
        value.HasValue
        && ends.Begins(value.GetValueOrDefault().CompareTo(moment.InstantAt(from)))
        && ends.Ends(value.GetValueOrDefault().CompareTo(moment.InstantAt(to)));

    public Instant? NextChange(Instant? value, FlipSearch search) =>
        value is { } at ? FlipSearch.Earlier(search.Next(from, at), search.Next(to, at)) : null;

    public Expression? Emit(Expression value, Expression moment)
    {
        var (first, last) = (Moment.EmitInstant(moment, from), Moment.EmitInstant(moment, to));
        var (isFirstIn, isLastIn) = (ends.IsFromIn, ends.IsToIn);
        return NullableCode.Write<Instant>(value, instant => Expression.AndAlso(
            isFirstIn ? Expression.GreaterThanOrEqual(instant, first) : Expression.GreaterThan(instant, first),
            isLastIn ? Expression.LessThanOrEqual(instant, last) : Expression.LessThan(instant, last)));
    }
}
