using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A time that was computed for the moment.</summary>
internal readonly struct DateSlot<T>(int slot) : IOperand<T, LocalDate>
{
    public bool TryGet(T item, Moment moment, out LocalDate value)
    {
        value = moment.DateAt(slot);
        return true;
    }
}
