using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>A time that was computed for the moment.</summary>
internal readonly struct InstantSlot<T>(int slot) : IOperand<T, Instant>
{
    public bool TryGet(T item, Moment moment, out Instant value)
    {
        value = moment.InstantAt(slot);
        return true;
    }
}
