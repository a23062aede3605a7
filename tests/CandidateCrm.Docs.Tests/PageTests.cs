using CandidateCrm.Fixtures;

[assembly: CollectionBehavior(DisableTestParallelization = true)] // a page writes to the console, and there is one

namespace CandidateCrm.Docs;

/// <summary>What the pages say compiles, runs and prints what they say it prints.</summary>
public sealed class PageTests
{
    public static TheoryData<string> Pages =>
    [
        "README.md",
        .. Directory.EnumerateFiles(Path.Combine(FixturePaths.RepositoryRoot, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(FixturePaths.RepositoryRoot, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("docs/decisions/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_code_compiles_runs_and_prints_what_it_says(string page)
    {
        var faults = PageProgram.Faults(Page.Read(page, File.ReadAllText(Path.Combine(FixturePaths.RepositoryRoot, page))));

        Assert.True(faults.Count == 0, Environment.NewLine + string.Join(Environment.NewLine, faults));
    }
}
