namespace CandidateCrm.Relationships;

/// <summary>
/// When a state is kept to replay from: after every 32nd fact or act, and before the first one of another stretch of 30 days. So a late
/// fact replays at most 32 events more than it would have to, and never a stretch in which nothing was kept.
/// </summary>
internal static class Checkpoints
{
    /// <summary>The number of facts and acts between two checkpoints.</summary>
    internal const int Spacing = 32;

    private const long StretchMicros = 30L * 24 * 60 * 60 * 1_000_000;

    internal static void Before(Draft draft, long nextMicros, FoldResult result)
    {
        if (draft.Told % Spacing != 0 && StretchOf(nextMicros) != StretchOf(draft.Cursor.Micros))
        {
            result.Checkpoints.Add(draft.Freeze());
        }
    }

    internal static void After(Draft draft, FoldResult result)
    {
        if (draft.Told % Spacing == 0)
        {
            result.Checkpoints.Add(draft.Freeze());
        }
    }

    private static long StretchOf(long micros) => micros / StretchMicros;
}
