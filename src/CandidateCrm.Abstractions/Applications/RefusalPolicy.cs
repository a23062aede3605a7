using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>How several applications of one person go together when some are refused.</summary>
public sealed record RefusalPolicy
{
    /// <summary>Gets one refusal within 14 days.</summary>
    public static RefusalPolicy Default { get; } = new();

    /// <summary>Gets the days within which a person is refused at most once: 0 to 365, of 24 hours; 14 by default. 0 lets each be told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They lie outside these bounds.</exception>
    public int WindowDays
    {
        get;
        init => field = value is >= 0 and <= 365 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A window is 0 to 365 days.");
    } = 14;

    internal Duration Window => Duration.FromDays(WindowDays);
}
