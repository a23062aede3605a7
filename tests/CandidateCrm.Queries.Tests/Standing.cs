namespace CandidateCrm.Queries.Tests;

/// <summary>A code of few values. The first has no member: it is no value.</summary>
internal enum Standing
{
    a = 1,
    AB,
    z,
}
