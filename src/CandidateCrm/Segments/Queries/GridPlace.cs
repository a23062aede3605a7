namespace CandidateCrm.Segments.Queries;

/// <summary>A value on a grid; or that everything on the grid is above it (-1), or below it (1).</summary>
internal readonly record struct GridPlace(object Value, int Beyond);
