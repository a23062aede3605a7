namespace CandidateCrm.Fixtures;

/// <summary>Where the repository and the inputs of others beside it are.</summary>
public static class FixturePaths
{
    public static string RepositoryRoot { get; } = FindRoot();

    public static string Of(string relativePath) =>
        Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "fixtures", relativePath));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CandidateCrm.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("CandidateCrm.sln was not found above the test assembly.");
    }
}
