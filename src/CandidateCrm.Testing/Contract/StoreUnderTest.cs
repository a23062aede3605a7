using CandidateCrm.Storage;

namespace CandidateCrm.Testing;

/// <summary>An empty store with its doors and the clock that it reads. A contract case gets a new one and disposes of it.</summary>
public sealed record StoreUnderTest : IAsyncDisposable
{
    /// <summary>Gets relationships, timelines and effects.</summary>
    public required ICrmStore Store { get; init; }

    /// <summary>Gets the lists.</summary>
    public required ICrmIndex Index { get; init; }

    /// <summary>Gets the alarms.</summary>
    public required IWorkQueue Alarms { get; init; }

    /// <summary>Gets the outbox.</summary>
    public required IOutboxQueue Outbox { get; init; }

    /// <summary>Gets the documents.</summary>
    public required ITenantDocuments Documents { get; init; }

    /// <summary>Gets the documents that are due.</summary>
    public required IJobQueue Jobs { get; init; }

    /// <summary>Gets the feed.</summary>
    public required ICrmFeed Feed { get; init; }

    /// <summary>Gets the activation logs and definitions.</summary>
    public required IRulesStore Rules { get; init; }

    /// <summary>Gets the facts that wait.</summary>
    public required ICrmInbox Inbox { get; init; }

    /// <summary>Gets the rows of both queues that failed too often.</summary>
    public required IQueueAdmin Parked { get; init; }

    /// <summary>Gets the clock that the store reads; a case moves it forwards.</summary>
    public required ManualClock Clock { get; init; }

    /// <summary>Gets what is to be done in the end, such as dropping a database; nothing by default.</summary>
    public Func<ValueTask>? Dispose { get; init; }

    /// <summary>Bundles a store that is all doors in one.</summary>
    /// <typeparam name="TStore">The store.</typeparam>
    /// <param name="store">The store, empty.</param>
    /// <param name="clock">The clock that it was given.</param>
    public static StoreUnderTest Of<TStore>(TStore store, ManualClock clock)
        where TStore : class, ICrmStore, ICrmIndex, IWorkQueue, IOutboxQueue, ITenantDocuments, IJobQueue, ICrmFeed, IRulesStore, ICrmInbox, IQueueAdmin =>
        new()
        {
            Store = store, Index = store, Alarms = store, Outbox = store, Documents = store, Jobs = store, Feed = store,
            Rules = store, Inbox = store, Parked = store, Clock = clock,
        };

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Dispose?.Invoke() ?? ValueTask.CompletedTask;
}
