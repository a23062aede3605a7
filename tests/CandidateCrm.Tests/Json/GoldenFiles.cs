namespace CandidateCrm.Tests.Json;

/// <summary>Documents as they were once published: what they say and how they are spelt never changes within a version.</summary>
internal static class GoldenFiles
{
    internal static string Read(string folder, string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, folder, "Golden", name + ".json")).TrimEnd('\n');

    internal static IEnumerable<string> Names(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder, "Golden"), "*.json").Select(f => Path.GetFileNameWithoutExtension(f));
}
