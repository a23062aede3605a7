namespace CandidateCrm.Segments.Reading;

/// <summary>How many items: the mode as a word in JSON, and what stands for the threshold.</summary>
internal sealed record RawThreshold(RawName Mode, RawOperand Value);
