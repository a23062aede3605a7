namespace CandidateCrm.Lifecycle;

/// <summary>A state of a machine that is data.</summary>
internal sealed record StateRow(string State, string? In, string? Begins, bool IsTerminal);
