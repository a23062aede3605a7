namespace CandidateCrm.Segments.Reading;

/// <summary>A field, an operator by its word in JSON, and what stands after it.</summary>
internal sealed record RawCondition(Spot Spot, RawName Field, RawName Operator, RawOperand Operand) : RawRule(Spot);
