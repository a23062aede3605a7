using System.Runtime.CompilerServices;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Instants as nanoseconds from the Unix epoch: enough for the years 1678 to 2261, which hold every calendar.</summary>
internal static class InstantLine
{
    internal const long NanosecondsPerDay = NodaConstants.NanosecondsPerDay;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Nanoseconds(Instant instant) => (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Instant At(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);

    internal static long StartOfYear(int year) => Nanoseconds(Instant.FromUtc(year, 1, 1, 0, 0));
}
