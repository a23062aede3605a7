namespace CandidateCrm.Lifecycle;

/// <summary>Names a piece of the host's code.</summary>
internal sealed record MachineWordUse(string Name, int Version);
