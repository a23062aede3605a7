namespace CandidateCrm.Storage;

/// <summary>How often and how fast something is decided again that somebody else changed meanwhile: the same for all that is written.</summary>
internal static class CommitRetry
{
    /// <summary>The largest number of tries.</summary>
    internal const int MostAttempts = 100;

    private const int Hurried = 3;

    /// <summary>
    /// Steps aside after a lost race: hardly at first, then for longer, and not all for the same time, so that one with a long timeline to read
    /// gets its turn. After the last try it gives up.
    /// </summary>
    /// <param name="attempt">How many tries were made, from 1 on.</param>
    /// <param name="subject">What is written, at the beginning of a sentence: ids only.</param>
    /// <param name="writer">Who writes: of two, one goes first.</param>
    /// <param name="cancellationToken">Cancels the pause.</param>
    /// <exception cref="BusyException">It was the last try.</exception>
    internal static async ValueTask PauseAsync(int attempt, string subject, object writer, CancellationToken cancellationToken)
    {
        if (attempt >= MostAttempts)
        {
            throw new BusyException($"{subject} changed {MostAttempts} times while it was to be written. Nothing was written; try again.");
        }

        if (attempt <= Hurried)
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return;
        }

        var longest = 1 << Math.Min(attempt - Hurried - 1, 5);
        var share = (HashCode.Combine(subject, writer, attempt) & int.MaxValue) % (longest + 1);
        await Task.Delay(TimeSpan.FromMilliseconds(share + 1), cancellationToken).ConfigureAwait(false);
    }
}
