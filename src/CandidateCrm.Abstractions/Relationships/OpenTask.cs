using CandidateCrm.Charter;
using NodaTime;

namespace CandidateCrm.Relationships;

/// <summary>A person has to do something.</summary>
public sealed record OpenTask : IIntent
{
    /// <summary>Gets the code of the reason, such as <c>promise.broken</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Gets the rule that asks for it, such as an expectation's key.</summary>
    public required string Rule { get; init; }

    /// <summary>Gets what it is about, such as an application id.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets when it was or is due.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets whom to tell by what they do; unassigned for nobody in particular.</summary>
    public StaffRole To { get; init; }

    /// <summary>Gets when they are to be told: in their own working hours, where the rule says so. Null for at once.</summary>
    public Instant? NoticeAt { get; init; }

    /// <summary>Gets how much it weighs.</summary>
    public Severity Severity { get; init; }
}
