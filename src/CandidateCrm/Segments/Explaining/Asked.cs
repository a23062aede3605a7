using CandidateCrm.Segments.Evaluation;
using NodaTime;

namespace CandidateCrm.Segments.Explaining;

/// <summary>Who is asked about, as of when, and how it is found out when something changes.</summary>
internal readonly record struct Asked<T>(T Candidate, Moment Moment, FlipSearch Search, Instant At);
