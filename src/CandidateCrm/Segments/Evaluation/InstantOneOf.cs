using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>An instant that is in a list; dates in the list are the starts of their days.</summary>
internal readonly struct InstantOneOf(HashSet<Instant> wanted, int[] slots) : ITest<Instant?>
{
    public bool HasValue(Instant? value) => value.HasValue;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsMet(Instant? value, Moment moment)
    {
        if (!value.HasValue)
        {
            return false;
        }

        var isIn = wanted.Contains(value.GetValueOrDefault());
        foreach (var slot in slots)
        {
            isIn |= moment.InstantAt(slot) == value.GetValueOrDefault();
        }

        return isIn;
    }
}
