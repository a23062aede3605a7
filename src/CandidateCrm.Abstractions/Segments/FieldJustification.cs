using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>Why an attribute that stands close to something protected may be used all the same, and until when.</summary>
public sealed record FieldJustification
{
    /// <summary>Gets who answers for it: an id or a role, not blank.</summary>
    public required string Who
    {
        get;
        init => field = Said(value);
    }

    /// <summary>Gets the reason, not blank; every explanation shows it.</summary>
    public required string Why
    {
        get;
        init => field = Said(value);
    }

    /// <summary>Gets when it ends: at this instant it is not in force any more.</summary>
    public required Instant Until { get; init; }

    /// <summary>Says whether it is in force.</summary>
    public bool IsInForce(Instant at) => at < Until;

    private static string Said(string value) =>
        string.IsNullOrWhiteSpace(value) ? throw new ArgumentException("A justification says who and why.", nameof(value)) : value;
}
