using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>
/// Takes a task off the list when somebody has done it, or when it never reached anybody. What opens and closes tasks by itself are the effects of
/// the other features.
/// </summary>
internal sealed class TasksReaction : Reaction
{
    internal override string Feature => "tasks";

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (entry is TaskClosed closed)
        {
            pass.Finish(closed.Task);
        }
        else if (entry is EffectSkipped skipped)
        {
            pass.Skip(skipped.Effect);
        }
    }

    internal override object? Save(Draft draft) => draft.Tasks;

    internal override void Restore(Draft draft, object? slice) => draft.Tasks = (TasksSlice?)slice;
}
