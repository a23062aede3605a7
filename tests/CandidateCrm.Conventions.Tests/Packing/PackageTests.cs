using System.Reflection;

namespace CandidateCrm.Conventions.Packing;

/// <summary>What a host gets from the feed.</summary>
public sealed class PackageTests(PackedLibraries packed) : IClassFixture<PackedLibraries>
{
    private static readonly string[] Three = ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options", "NodaTime"];

    /// <summary>Exactly what a host takes in with each package. A new package gets a row.</summary>
    private static readonly Dictionary<string, string[]> Dependencies = new(StringComparer.Ordinal)
    {
        ["CandidateCrm.Abstractions"] = Three,
        ["CandidateCrm"] = ["CandidateCrm.Abstractions", .. Three],
        ["CandidateCrm.Testing"] = ["CandidateCrm"],
    };

    public static TheoryData<string> Ids => [.. Dependencies.Keys];

    [Fact]
    public void Every_project_under_src_is_packed_with_its_symbols_and_nothing_else_is()
    {
        var version = typeof(Candidates.CandidateId).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        var expected = Repository.Packages.SelectMany(package => new[] { $"{package.Name}.{version}.nupkg", $"{package.Name}.{version}.snupkg" });

        Assert.Equal(expected.Order(StringComparer.Ordinal), packed.Files);
        Assert.Equal(Repository.Packages.Select(package => package.Name).Order(StringComparer.Ordinal), Dependencies.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_depends_on_exactly_what_it_must(string id)
    {
        var manifest = packed.Manifest(id);

        Assert.Equal(["net10.0"], manifest.Frameworks);
        Assert.Equal(Dependencies[id].Order(StringComparer.Ordinal), manifest.Dependencies);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_says_what_it_is_and_under_which_licence(string id)
    {
        var manifest = packed.Manifest(id);

        Assert.Equal(id, manifest["id"]);
        Assert.Equal("MIT", manifest["license"]);
        Assert.Equal("README.md", manifest["readme"]);
        Assert.Equal("ats crm recruiting candidate talent nodatime", manifest["tags"]);
        Assert.True(manifest["description"].Length > 40, "The description says what the package is for.");
        Assert.Contains("README.md", manifest.Files);
        Assert.Contains($"lib/net10.0/{id}.dll", manifest.Files);
        Assert.Contains($"lib/net10.0/{id}.xml", manifest.Files);
    }
}
