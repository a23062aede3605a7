namespace CandidateCrm.Tests.Model;

/// <summary>What a store that is broken on purpose gives one tenant of another.</summary>
internal enum Leak
{
    None = 0,
    Rows,
    Findings,
    Rules,
}
