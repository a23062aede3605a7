namespace CandidateCrm.Segments.Queries;

/// <summary>One end of a range, and whether it is in it.</summary>
internal readonly record struct RangeEnd(object Value, bool IsIn);
