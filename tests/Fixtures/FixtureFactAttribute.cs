namespace CandidateCrm.Fixtures;

/// <summary>A fact that reads inputs of others, which lie beside the repository; it is skipped, with the missing path, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FixtureFactAttribute : FactAttribute
{
    public FixtureFactAttribute(string relativePath)
    {
        RelativePath = relativePath;
        var path = FixturePaths.Of(relativePath);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            Skip = $"Missing: {path}";
        }
    }

    public string RelativePath { get; }
}
