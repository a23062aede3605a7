using NodaTime;

namespace CandidateCrm.Work;

/// <summary>How long to wait after a failure: doubled each time, up to a day.</summary>
internal static class RetryPause
{
    internal static Duration After(int attempts, Duration first) =>
        Duration.Min(first * Math.Min(1L << Math.Min(attempts - 1, 20), 86_400L), Duration.FromDays(1));
}
