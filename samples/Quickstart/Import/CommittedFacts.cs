using CandidateCrm.Timeline;
using NodaTime;

namespace Quickstart.Import;

/// <summary>Hands the facts of a log to the import and, when the import says that they are committed, to the journal.</summary>
internal sealed class CommittedFacts(EventLog log, ImportJournal? journal, IClock clock)
{
    private readonly Queue<HostFact> _waiting = [];
    private long _committed;

#pragma warning disable CS1998 // The lines come from a file that is read as fast as they are folded; nothing is waited for.
    internal async IAsyncEnumerable<HostFact> ReadAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
#pragma warning restore CS1998
    {
        while (log.Next(cancellationToken) is { } fact)
        {
            if (journal is not null)
            {
                _waiting.Enqueue(fact);
            }

            yield return fact;
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Hears how many facts are committed.</summary>
    internal void Commit(long read)
    {
        var fresh = (int)Math.Min(read - _committed, _waiting.Count);
        _committed = read;
        journal?.Append(Enumerable.Range(0, fresh).Select(_ => _waiting.Dequeue()), clock.GetCurrentInstant());
    }
}
