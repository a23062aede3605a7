using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>
/// Asks rules of all candidates of a tenant at once, now. Answers come from an index in the memory of this process, which first takes in what was committed since the last question; the first
/// question builds it. Rules are refused as <see cref="ISegments"/> refuses them.
/// </summary>
public interface ISegmentPopulation
{
    /// <summary>Counts who is in.</summary>
    /// <exception cref="InvalidSegmentException">The rule has faults; all of them are listed.</exception>
    ValueTask<SegmentSize> CountAsync(SegmentRule rule, CancellationToken cancellationToken = default);

    /// <summary>Reads a page of who is in, in ordinal order of ids.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="after">The id after which the page begins; null for the first page.</param>
    /// <param name="max">The largest number of ids: 1 to 10,000.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <exception cref="InvalidSegmentException">The rule has faults; all of them are listed.</exception>
    ValueTask<SegmentPage> MembersAsync(SegmentRule rule, string? after = null, int max = 1_000, CancellationToken cancellationToken = default);

    /// <summary>Counts who is in each two of several rules.</summary>
    /// <exception cref="InvalidSegmentException">A rule has faults; all of its faults are listed.</exception>
    ValueTask<SegmentOverlap> OverlapAsync(ImmutableArray<SegmentRule> rules, CancellationToken cancellationToken = default);

    /// <summary>Says what a rule comes to before it is saved: how many, and 0 to 1,000 of them.</summary>
    /// <exception cref="InvalidSegmentException">The rule has faults; all of them are listed.</exception>
    ValueTask<SegmentPreview> PreviewAsync(SegmentRule rule, int sample = 20, CancellationToken cancellationToken = default);

    /// <summary>Ranks who is in by a number, the largest first.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="count">How many to return: 1 to 10,000.</param>
    /// <param name="field">The number's field, such as <c>score</c>.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    /// <exception cref="InvalidSegmentException">The rule has faults; all of them are listed.</exception>
    /// <exception cref="ArgumentException">There is no such number, or rules may not use it.</exception>
    ValueTask<SegmentRanking> TopAsync(SegmentRule rule, int count, string field, CancellationToken cancellationToken = default);

    /// <summary>Reads every candidate anew. Questions meanwhile see the index as it was; one that is cancelled leaves it so.</summary>
    /// <param name="progress">Hears how many candidates were read so far.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The version that was made.</returns>
    ValueTask<IndexStamp> RebuildAsync(IProgress<int>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Writes the index, so that a process that starts again need not read every candidate. It holds what rules may ask of people: keep it as safe as the store.</summary>
    ValueTask SaveAsync(Stream stream, CancellationToken cancellationToken = default);

    /// <summary>Takes over what was written, and what was committed since. Anything but <see cref="SnapshotStatus.Restored"/> changes nothing, so that the next question builds the index.</summary>
    ValueTask<SnapshotStatus> RestoreAsync(Stream stream, CancellationToken cancellationToken = default);
}
