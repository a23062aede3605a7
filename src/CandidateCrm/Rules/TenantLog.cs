using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>A tenant's log as it was read.</summary>
/// <param name="Log">The log with its rules.</param>
/// <param name="Versions">The entries as they are stored.</param>
/// <param name="ReadAt">When.</param>
internal sealed record TenantLog(ActivationLog Log, ImmutableArray<RulesVersion> Versions, Instant ReadAt)
{
    // A clock that was set back does not keep an old log alive.
    internal bool IsFresh(Instant now) => now >= ReadAt && now - ReadAt <= TenantRules.Freshness;
}
