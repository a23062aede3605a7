using System.IO.Compression;
using System.Xml.Linq;

namespace CandidateCrm.Conventions.Packing;

/// <summary>Packs the whole solution once, from what is built already, into a folder of its own.</summary>
public sealed class PackedLibraries : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("candidatecrm-pack-");

    public IReadOnlyList<string> Files => [.. _folder.EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];

    public async Task InitializeAsync() =>
        await Dotnet.RunAsync("pack", "CandidateCrm.sln", "-c", Dotnet.Configuration, "--no-build", "--no-restore", "-m:2", "-v", "q", "--nologo", "-o", _folder.FullName);

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    public Manifest Manifest(string id)
    {
        var file = _folder.EnumerateFiles(id + ".*.nupkg").Single(each => char.IsAsciiDigit(each.Name[id.Length + 1]));
        using var archive = ZipFile.OpenRead(file.FullName);
        using var stream = archive.GetEntry(id + ".nuspec")!.Open();
        return new Manifest(XDocument.Load(stream), [.. archive.Entries.Select(entry => entry.FullName)]);
    }
}
