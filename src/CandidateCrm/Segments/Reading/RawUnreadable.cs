namespace CandidateCrm.Segments.Reading;

/// <summary>Something that is no value; its fault is noted where <paramref name="IsNoted"/> says so.</summary>
internal sealed record RawUnreadable(Spot Spot, bool IsNoted) : RawOperand(Spot);
