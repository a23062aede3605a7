using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>How long an application was in stages of one kind, all visits together.</summary>
public sealed record CategoryTime
{
    /// <summary>Gets the kind of step.</summary>
    public required StageCategory Category { get; init; }

    /// <summary>Gets how often such a stage was entered.</summary>
    public required int Visits { get; init; }

    /// <summary>Gets the time in such stages.</summary>
    public required Duration Total { get; init; }
}
