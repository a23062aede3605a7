namespace CandidateCrm.Segments.Reading;

/// <summary>What stands after an operator, before the field says how it is read.</summary>
internal abstract record RawOperand(Spot Spot);
