namespace CandidateCrm.Segments.Reading;

/// <summary>Several of them.</summary>
internal sealed record RawList(Spot Spot, IReadOnlyList<RawOperand> Items) : RawOperand(Spot);
