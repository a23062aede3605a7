using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Whether the refusal of an application may be told, and why.</summary>
public sealed record RefusalAnswer
{
    /// <summary>Gets the answer.</summary>
    public required RefusalOutcome Outcome { get; init; }

    /// <summary>Gets the stable code, one of <see cref="RefusalCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the answer in a sentence, with what would change it.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets until when it waits; null where it waits for no instant.</summary>
    public Instant? Until { get; init; }

    /// <summary>Gets the other application that is in the way, or whose message covers this refusal; unassigned for none.</summary>
    public JobApplicationId By { get; init; }

    /// <summary>Gets the applications that one message covers, the one that was asked for included; empty unless it may be told.</summary>
    public ImmutableArray<JobApplicationId> Covers { get; init; } = [];
}
