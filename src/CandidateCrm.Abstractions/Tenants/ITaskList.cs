using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>The tasks of a tenant that people still have to do, whether they stand in the host's inbox already or wait to be handed over.</summary>
public interface ITaskList
{
    /// <summary>Lists a page by due time, then by candidate and name in ordinal order. A page with fewer tasks than asked for is the last one.</summary>
    /// <param name="after">The last task of the page before; null for the first page. It need not be open any more.</param>
    /// <param name="max">The largest number of tasks: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<ListedTask>> ListAsync(ListedTask? after = null, int max = 100, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes a task off the list because it was done or put aside: a fact, <see cref="TaskClosed"/>, on the timeline. False where it is not
    /// open; then nothing is recorded, so that two who close it at once close it once. The host's inbox is not told, because the host tells us.
    /// </summary>
    /// <param name="candidate">Whom it is about.</param>
    /// <param name="task">The name of the task.</param>
    /// <param name="by">Who closes it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BusyException">The relationship changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<bool> CloseAsync(CandidateId candidate, EffectKey task, Actor by, CancellationToken cancellationToken = default);
}
