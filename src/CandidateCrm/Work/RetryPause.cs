using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Work;

/// <summary>
/// How long to wait after a failure: doubled each time, up to a day, and then up to a fifth more or less. How much follows from the name of what
/// failed, so that what failed together in one outage does not come back together, and two nodes agree.
/// </summary>
internal static class RetryPause
{
    /// <summary>The largest deviation, in thousandths of the pause.</summary>
    private const int MostThousandths = 200;

    /// <summary>Returns the pause.</summary>
    /// <param name="attempts">How often it failed: 1 or more.</param>
    /// <param name="first">The pause after the first failure, before the deviation.</param>
    /// <param name="name">What failed: unique in the store.</param>
    internal static Duration After(int attempts, Duration first, string name)
    {
        var pause = Duration.Min(first * Math.Min(1L << Math.Min(attempts - 1, 20), 86_400L), Duration.FromDays(1));
        var thousandths = (long)((StableHash.Of(name, (uint)attempts) >> 32) % (2 * MostThousandths + 1)) - MostThousandths;
        return pause + pause * thousandths / 1_000;
    }
}
