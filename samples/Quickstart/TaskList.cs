using CandidateCrm;

namespace Quickstart;

/// <summary>Where tasks for recruiters arrive. A product writes them to its own task list; here they are only kept.</summary>
internal sealed class TaskList : ITaskInbox
{
    private readonly Dictionary<string, RecruiterTask> _tasks = new(StringComparer.Ordinal);

    internal IReadOnlyCollection<RecruiterTask> Tasks => _tasks.Values;

    public ValueTask OpenAsync(RecruiterTask task, CancellationToken cancellationToken)
    {
        _tasks[$"{task.Relationship}/{task.Key}"] = task; // The same key again is the same task.
        return ValueTask.CompletedTask;
    }

    public ValueTask CloseAsync(ClosedTask task, CancellationToken cancellationToken)
    {
        _tasks.Remove($"{task.Relationship}/{task.Task}");
        return ValueTask.CompletedTask;
    }
}
