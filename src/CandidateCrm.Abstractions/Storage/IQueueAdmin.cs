namespace CandidateCrm.Storage;

/// <summary>What an operator does about queue rows that failed too often.</summary>
public interface IQueueAdmin
{
    /// <summary>Lists parked rows of a tenant, sorted by (queue, candidate, item), texts ordinally, a page at a time.</summary>
    ValueTask<IReadOnlyList<ParkedRow>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken);

    /// <summary>Has a parked row tried again at once, with its attempts counted from none; false where it is not parked.</summary>
    ValueTask<bool> RedriveAsync(ParkedRow row, CancellationToken cancellationToken);

    /// <summary>Removes the waiting facts of a parked inbox row, for good; false where it is not parked. An effect is given up by the commit of the act that says so.</summary>
    /// <exception cref="ArgumentException">The row is of the outbox.</exception>
    ValueTask<bool> DropAsync(ParkedRow row, CancellationToken cancellationToken);
}
