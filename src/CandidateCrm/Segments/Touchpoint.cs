using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A touchpoint of a timeline, as rules count it.</summary>
internal readonly record struct Touchpoint(Instant At, TouchpointRecorded Told);
