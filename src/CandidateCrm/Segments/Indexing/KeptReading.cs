namespace CandidateCrm.Segments.Indexing;

/// <summary>Reads what was kept of a candidate.</summary>
internal delegate T KeptReading<out T>(ReadOnlySpan<byte> bytes);
