using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>By which policy, and as of when, refusals are decided.</summary>
internal readonly record struct RefusalTerms(RefusalPolicy Policy, Instant At);
