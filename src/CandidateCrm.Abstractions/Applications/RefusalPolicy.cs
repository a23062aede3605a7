using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>How several applications of one person go together when some are refused, and what counts as having told them.</summary>
public sealed record RefusalPolicy
{
    /// <summary>Gets one refusal within 14 days, stale after a year, told by a person or by a message that says so, no process separate.</summary>
    public static RefusalPolicy Default { get; } = new();

    /// <summary>Gets the days within which a person is refused at most once: 0 to 365, of 24 hours; 14 by default. 0 lets each be told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They lie outside these bounds.</exception>
    public int WindowDays
    {
        get;
        init => field = value is >= 0 and <= 365 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A window is 0 to 365 days.");
    } = 14;

    /// <summary>Gets the days after which a refusal that nobody told is stale: 1 to 3,650, of 24 hours, counted from the ending; 365 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They lie outside these bounds.</exception>
    public int StaleAfterDays
    {
        get;
        init => field = value is >= 1 and <= 3_650 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A refusal is stale after 1 to 3,650 days.");
    } = 365;

    /// <summary>Gets a value indicating whether an automatic touchpoint that says of itself that it answers (<see cref="Timeline.TouchAnswer.Ending"/>) counts; true by default.</summary>
    public bool AutomationTells { get; init; } = true;

    /// <summary>Gets a value indicating whether only touchpoints count that say of themselves that they answer; false by default: what a person writes or says after the ending counts as well.</summary>
    public bool OnlyMarkedTells { get; init; }

    /// <summary>Gets which processes are separate, so that a live one there holds no refusal back; none by default.</summary>
    public ProcessSeparation Separate { get; init; } = ProcessSeparation.None;

    internal Duration Window => Duration.FromDays(WindowDays);

    internal Duration StaleAfter => Duration.FromDays(StaleAfterDays);
}
