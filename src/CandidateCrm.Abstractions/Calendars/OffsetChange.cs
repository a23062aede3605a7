using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>From an instant on, the clocks of a zone stand this far from UTC.</summary>
/// <param name="At">The instant, on a whole second.</param>
/// <param name="Offset">The distance from UTC.</param>
public readonly record struct OffsetChange(Instant At, Offset Offset);
