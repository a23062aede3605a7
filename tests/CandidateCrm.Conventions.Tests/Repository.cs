using System.Reflection;
using CandidateCrm.Fixtures;

namespace CandidateCrm.Conventions;

/// <summary>One packed project: its name is the package id, the folder under src and the assembly.</summary>
public sealed record Package(string Name, string Folder, Assembly Assembly)
{
    public string ProjectFile => Path.Combine(Folder, Name + ".csproj");

    public IEnumerable<string> Sources => Repository.Files(Folder, "*.cs");
}

/// <summary>The repository as the conventions see it.</summary>
public static class Repository
{
    private static readonly string[] BuildOutput = ["bin", "obj", ".git", "TestResults", "BenchmarkDotNet.Artifacts", "artifacts", ".vs", ".idea"];

    public static string Root => FixturePaths.RepositoryRoot;

    /// <summary>Gets every project under src; a new one is found by its folder.</summary>
    public static IReadOnlyList<Package> Packages { get; } =
    [
        .. Directory.EnumerateDirectories(At("src")).Order(StringComparer.Ordinal)
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => new Package(Path.GetFileName(folder), folder, Assembly.Load(Path.GetFileName(folder)))),
    ];

    public static string At(string relativePath) => Path.Combine(Root, relativePath);

    public static string Read(string relativePath) => File.ReadAllText(At(relativePath));

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Lists the files that people wrote: build output is left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern)
    {
        var here = Directory.EnumerateFiles(folder, pattern);
        var below = Directory.EnumerateDirectories(folder)
            .Where(child => !BuildOutput.Contains(Path.GetFileName(child), StringComparer.Ordinal))
            .SelectMany(child => Files(child, pattern));
        return here.Concat(below).Order(StringComparer.Ordinal);
    }
}
