using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tenants;

/// <summary>What failed too often and waits for a person: facts that could not be recorded, effects that could not be handed over.</summary>
public interface IParkedWork
{
    /// <summary>Lists a page, the inbox first, then by candidate and item in ordinal order.</summary>
    /// <param name="after">The last row of the page before; null for the first page.</param>
    /// <param name="max">The largest number of rows: 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    ValueTask<IReadOnlyList<ParkedRow>> ListAsync(ParkedRow? after = null, int max = 100, CancellationToken cancellationToken = default);

    /// <summary>Has a row tried again at once, as if it had never failed; false where it is not parked any more.</summary>
    /// <exception cref="ArgumentException">The row is of another tenant.</exception>
    ValueTask<bool> RedriveAsync(ParkedRow row, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gives a row up, for good; false where it is not parked any more. The waiting facts of a candidate are removed, all of them and without
    /// a trace; an effect is skipped, and the act that says so, with the reason <see cref="EffectSkipCodes.Dropped"/>, stands on the timeline.
    /// </summary>
    /// <param name="row">The row, as it was listed.</param>
    /// <param name="by">Who gives it up; with an effect this is the actor of the act.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The row is of another tenant.</exception>
    /// <exception cref="BusyException">The relationship changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<bool> DropAsync(ParkedRow row, Actor by, CancellationToken cancellationToken = default);
}
