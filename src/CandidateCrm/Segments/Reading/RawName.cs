namespace CandidateCrm.Segments.Reading;

/// <summary>A word as it was written, of which nobody said yet what it means.</summary>
internal readonly record struct RawName(string Text, Spot Spot);
