namespace CandidateCrm.Relationships;

/// <summary>
/// When a state is kept to replay from: about every 8th fact or act, and before the first one of another stretch of 30 days. It is kept where
/// time has moved on and every alarm before the next event has rung, so that what came before it and what comes after it part at an instant.
/// </summary>
internal static class Checkpoints
{
    /// <summary>The number of facts and acts between two checkpoints, where no two of them share an instant there.</summary>
    internal const int Spacing = 8;

    private const long StretchMicros = 30L * 24 * 60 * 60 * 1_000_000;

    /// <summary>Keeps the state before an event where it is time to.</summary>
    /// <param name="draft">The state, with all alarms and changes of rules before the event behind it.</param>
    /// <param name="leftAt">Where it stood before those.</param>
    /// <param name="nextMicros">The instant of the event.</param>
    /// <param name="result">Where it is kept.</param>
    internal static void Consider(Draft draft, long leftAt, long nextMicros, FoldResult result)
    {
        if (draft.Told > 0 && draft.Cursor.Micros < nextMicros && (draft.Told % Spacing == 0 || StretchOf(nextMicros) != StretchOf(leftAt)))
        {
            result.Keep(draft.Freeze());
        }
    }

    private static long StretchOf(long micros) => micros / StretchMicros;
}
