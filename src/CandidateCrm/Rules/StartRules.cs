using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>What a tenant begins with that was never seen before.</summary>
/// <param name="Template">The template's rules.</param>
/// <param name="Mode">How far its features go.</param>
/// <param name="EffectsFrom">From when on effects are handed over; null for the instant at which the tenant is first seen.</param>
internal sealed record StartRules(CrmRules Template, Mode Mode, Instant? EffectsFrom);
