using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>The depth of a relationship whatever its age: it stands beside the decayed score, so that an old deep one is seen after a quiet year.</summary>
public sealed record Tenure
{
    /// <summary>Gets the sum of weight times quantity without decay, saturation or cap, rounded half to even at 9 decimal places.</summary>
    public required decimal LifetimeRaw { get; init; }

    /// <summary>Gets the number of touchpoints that count, whatever their quantity.</summary>
    public required long Count { get; init; }

    /// <summary>Gets the first touchpoint that counts; null for none.</summary>
    public Instant? FirstContactAt { get; init; }

    /// <summary>Gets a value indicating whether <see cref="FirstContactAt"/> is only a bound, because the state lost its first touchpoint to a retraction.</summary>
    public bool FirstContactIsBound { get; init; }
}
