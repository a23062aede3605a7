namespace CandidateCrm.Lifecycle;

/// <summary>What a rule of a machine that is data does instead of leading to a state.</summary>
internal enum RuleDeed
{
    Reenter,
    Ignore,
    Handle,
}
