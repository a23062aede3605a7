using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>
/// Stops what goes out, and lets it go on. A pause outlives the process; this one keeps to it at once, every other node within ten seconds.
/// What it held up is handed over after it, oldest first, as after an outage: what has become too late by then is skipped.
/// </summary>
public interface IPauses
{
    /// <summary>Pauses a scope. One that is paused already is paused anew: the earlier pause ends with it and stays on record.</summary>
    /// <param name="scope">What is held up. A tenant's handle takes every scope but the installation's; the installation's takes that alone.</param>
    /// <param name="by">Who pauses it.</param>
    /// <param name="why">Why, in their words: 1 to 500 characters.</param>
    /// <param name="until">When it ends by itself; null where it lasts until somebody resumes.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The scope belongs to another handle, or there is no such feature or definition; no reason is given; the end is not ahead.</exception>
    /// <exception cref="BusyException">The pause changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<Pause> PauseAsync(PauseScope scope, Actor by, string why, Instant? until = null, CancellationToken cancellationToken = default);

    /// <summary>Ends the pause of exactly this scope; false where it is not paused. A wider pause stays, and goes on holding up what is in it.</summary>
    /// <param name="scope">The scope, as it was paused.</param>
    /// <param name="by">Who resumes it.</param>
    /// <param name="why">Why, in their words: 1 to 500 characters.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The scope belongs to another handle, or no reason is given.</exception>
    /// <exception cref="BusyException">The pause changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<bool> ResumeAsync(PauseScope scope, Actor by, string why, CancellationToken cancellationToken = default);

    /// <summary>Lists what is paused now, the longest first; with a tenant's handle that of the tenant alone, not the installation's.</summary>
    ValueTask<IReadOnlyList<Pause>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the pauses that are over, in the order in which they ended. They stay for good.</summary>
    IAsyncEnumerable<Pause> ReadEndedAsync(CancellationToken cancellationToken = default);
}
