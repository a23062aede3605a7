using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>One step of an application: a stage entered, or an activity of an imported log, under its code.</summary>
public readonly record struct PathStep
{
    /// <summary>Gets which stage or activity.</summary>
    public required StageKey Step
    {
        get;
        init => field = value.IsAssigned
            ? value
            : throw new ArgumentException("A step names its stage or activity.", nameof(value));
    }

    /// <summary>Gets when; where only the date is known, the start of it in the zone of the path.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets how well the instant is known; to the microsecond by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The precision is none of the enumeration.</exception>
    public Precision Precision
    {
        get;
        init => field = value is Precision.Instant or Precision.Day
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A step is known to the instant or to the day.");
    }

    /// <summary>Gets who of the host's users did it; absent where nobody is named.</summary>
    public PersonId? By { get; init; }
}
