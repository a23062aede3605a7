using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>
/// While it is in force, nothing in its scope goes out: no task is opened or closed, no announcement is handed over. Facts are recorded,
/// rules decide and alarms ring all the same.
/// </summary>
public sealed record Pause
{
    /// <summary>Gets what is held up.</summary>
    public required PauseScope Scope { get; init; }

    /// <summary>Gets who paused it.</summary>
    public required Actor By { get; init; }

    /// <summary>Gets why, in their words.</summary>
    [PersonalData]
    public required string Why { get; init; }

    /// <summary>Gets since when.</summary>
    public required Instant Since { get; init; }

    /// <summary>Gets when it ends by itself, that instant not included; null where it lasts until somebody resumes.</summary>
    public Instant? Until { get; init; }

    /// <summary>Gets how it ended; null where nobody has ended it yet.</summary>
    public PauseEnd? End { get; init; }

    /// <summary>Says whether it holds anything up at an instant.</summary>
    public bool IsInForce(Instant at) => End is null && !(Until <= at);

    /// <summary>Returns scope, who and since when.</summary>
    public override string ToString() => $"Pause {Scope} by {By} since {Since}";
}
