using System.Collections.Immutable;

namespace CandidateCrm.Charter;

/// <summary>
/// Nobody waits in silence: within each stage something has to be heard so often. What opens it, such as entering a stage, begins the limit of
/// the stage then; what keeps it, which is what counts as an interaction, begins it anew.
/// </summary>
public sealed record SilenceExpectation : TimedExpectation
{
    /// <summary>The largest number of limits.</summary>
    public const int MostLimits = 200;

    /// <summary>Gets the limits by stage: the first that means the stage counts; a stage that none means has no limit. At most <see cref="MostLimits"/>.</summary>
    public required ImmutableArray<StageLimit> Limits { get; init => field = value.IsDefault ? [] : value; }
}
