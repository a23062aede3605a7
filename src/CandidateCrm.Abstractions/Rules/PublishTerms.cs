using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Who publishes, why, on top of what, and from when on.</summary>
public sealed record PublishTerms
{
    /// <summary>Gets who publishes.</summary>
    public required Actor By { get; init; }

    /// <summary>Gets why, in the publisher's words: 0 to 500 characters.</summary>
    [PersonalData]
    public string Why
    {
        get;
        init => field = WhyText.Optional(value, nameof(value));
    } = string.Empty;

    /// <summary>Gets the position of the log that the publisher saw last; another one means that somebody else was faster.</summary>
    public required long Expected { get; init; }

    /// <summary>Gets from when on it is in force; null for now. What was scheduled at or after that instant is withdrawn by it.</summary>
    public Instant? EffectiveFrom { get; init; }

    /// <summary>Returns who and on top of what.</summary>
    public override string ToString() => $"PublishTerms by {By} after {Expected}";
}
