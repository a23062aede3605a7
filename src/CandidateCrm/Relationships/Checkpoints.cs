namespace CandidateCrm.Relationships;

/// <summary>
/// When a state is kept to replay from: before the first fact or act at another instant after 8 of them. There time has moved on and every alarm
/// before the next event has rung, so that what came before it and what comes after it part at an instant. When an alarm rang has no part in it:
/// a replay keeps the same ones.
/// </summary>
internal static class Checkpoints
{
    /// <summary>The least number of facts and acts between two checkpoints.</summary>
    internal const int Spacing = 8;

    /// <summary>Keeps the state before an event where it is time to.</summary>
    /// <param name="draft">The state, with all alarms and changes of rules before the event behind it.</param>
    /// <param name="nextMicros">The instant of the event.</param>
    /// <param name="result">Where it is kept.</param>
    internal static void Consider(Draft draft, long nextMicros, FoldResult result)
    {
        if (draft.Told - draft.ToldAtCheckpoint >= Spacing && draft.Cursor.Micros < nextMicros)
        {
            draft.ToldAtCheckpoint = draft.Told;
            result.Keep(draft.Freeze());
        }
    }
}
