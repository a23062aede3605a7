namespace CandidateCrm;

/// <summary>The host's list of things that people have to do.</summary>
public interface ITaskInbox
{
    /// <summary>Takes a task. The same key again is the same task. Throwing has it tried again later, and in the end parked.</summary>
    ValueTask OpenAsync(RecruiterTask task, CancellationToken cancellationToken);
}
