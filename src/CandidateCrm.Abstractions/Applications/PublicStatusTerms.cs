using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>How a public status is asked for.</summary>
public sealed record PublicStatusTerms
{
    /// <summary>Gets the instant.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the language tag, such as <c>de-AT</c>; the nearest language that the definition has answers, then English, then the first.</summary>
    public string Language { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = "en";

    /// <summary>Gets what the host counted of the queue; null where it does not count.</summary>
    public QueueStanding? Queue { get; init; }
}
