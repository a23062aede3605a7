namespace CandidateCrm.Segments.Evaluation;

/// <summary>A time that the zone alone decides, such as the start of a given day.</summary>
internal sealed class FixedTime<TValue>(Func<LocalCalendar, TValue> resolve) : MomentTime<TValue>
{
    internal override TValue At(LocalCalendar calendar) => resolve(calendar);
}
