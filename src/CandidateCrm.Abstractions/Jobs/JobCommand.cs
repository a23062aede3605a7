using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Jobs;

/// <summary>What somebody said to a job, when and why.</summary>
public sealed record JobCommand
{
    /// <summary>Gets what.</summary>
    public required JobCommandKind Kind { get; init; }

    /// <summary>Gets who.</summary>
    public required Actor By { get; init; }

    /// <summary>Gets when.</summary>
    public required Instant At
    {
        get;
        init => field = Microseconds.Floor(value);
    }

    /// <summary>Gets why, in the speaker's words; empty where nothing was said.</summary>
    [PersonalData]
    public string Why { get; init; } = string.Empty;

    /// <summary>Returns what and when.</summary>
    public override string ToString() => $"{Kind} at {At}";
}
