namespace CandidateCrm.Lifecycle;

/// <summary>Says that a trigger of a machine that is data needs a parameter.</summary>
internal sealed record ParameterRow(string Trigger, MachineWordUse Parameter);
