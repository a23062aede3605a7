using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>The answer to «why not»: that it did happen, or every reason why it did not.</summary>
public sealed record WhyNotAnswer
{
    /// <summary>Gets when it happened after all, the last time where there were several; null where it did not.</summary>
    public Instant? HappenedAt { get; init; }

    /// <summary>Gets the reasons: at least one where it did not happen, none where it did. The first weighs most; facts are named in the order of the line.</summary>
    public ImmutableArray<WhyNotReason> Reasons { get; init; } = [];

    /// <summary>Gets a value indicating whether it did happen.</summary>
    public bool Happened => HappenedAt is not null;
}
