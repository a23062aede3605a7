namespace CandidateCrm;

/// <summary>The host's list of things that people have to do.</summary>
public interface ITaskInbox
{
    /// <summary>Takes a task. The same key again is the same task. Throwing has it tried again later, and in the end parked.</summary>
    ValueTask OpenAsync(RecruiterTask task, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a task off the list because it need not be done any more. One that is not there is no error: somebody has done it, or it was
    /// skipped before it was opened. Throwing has it tried again later, and in the end parked.
    /// </summary>
    ValueTask CloseAsync(ClosedTask task, CancellationToken cancellationToken);
}
