using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>An instant that is in a list; dates in the list are the starts of their days.</summary>
internal readonly struct InstantOneOfTest<T>(Func<T, Instant?> read, HashSet<Instant> wanted, int[] slots) : ITest<T>
{
    public Outcome Of(T item, Moment moment)
    {
        if (read(item) is not { } value)
        {
            return Outcome.NoValue;
        }

        var isIn = wanted.Contains(value);
        foreach (var slot in slots)
        {
            isIn |= moment.InstantAt(slot) == value;
        }

        return isIn ? Outcome.Yes : Outcome.No;
    }
}
