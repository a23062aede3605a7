using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>When the outcome of one candidate came, earliest first.</summary>
internal sealed class OutcomeTimes(Instant[] times)
{
    /// <summary>Gets the first one; null for none.</summary>
    internal Instant? First => times.Length == 0 ? null : times[0];

    /// <summary>Says whether it came after one instant, up to and with another.</summary>
    internal bool HasOne(Instant after, Instant until)
    {
        var place = Array.BinarySearch(times, after);
        place = place < 0 ? ~place : place;
        while (place < times.Length && times[place] <= after)
        {
            place++;
        }

        return place < times.Length && times[place] <= until;
    }
}
