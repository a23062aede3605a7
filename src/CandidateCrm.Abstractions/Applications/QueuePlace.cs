namespace CandidateCrm.Applications;

/// <summary>A place in the queue that may be shown.</summary>
/// <param name="Place">The place, from 1 on.</param>
/// <param name="Of">How many wait: <see cref="PublicStatus.LeastQueue"/> or more, so that nobody is found out by it.</param>
public readonly record struct QueuePlace(int Place, int Of);
