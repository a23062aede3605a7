namespace CandidateCrm.Docs;

/// <summary>One block of C# on a page.</summary>
/// <param name="Line">The page's line, from 1, on which the code begins.</param>
/// <param name="Code">The code between the fences.</param>
/// <param name="Output">What the page says that it prints; null where it says nothing.</param>
public sealed record Block(int Line, string Code, string? Output)
{
    /// <summary>Gets whether the block is compiled but not executed, because it needs what a test has not.</summary>
    public bool IsNotRun => Code.TrimStart().StartsWith("// not run:", StringComparison.Ordinal);
}
