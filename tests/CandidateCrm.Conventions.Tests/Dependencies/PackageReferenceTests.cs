using System.Xml.Linq;

namespace CandidateCrm.Conventions.Dependencies;

public sealed class PackageReferenceTests
{
    private static readonly string[] Three = ["Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Options", "NodaTime"];

    /// <summary>What each package may reference beside the framework. A new package of ours gets a row.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["CandidateCrm.Abstractions"] = Three,
        ["CandidateCrm"] = ["CandidateCrm.Abstractions", .. Three],
        ["CandidateCrm.Testing"] = ["CandidateCrm.Abstractions", "CandidateCrm", .. Three],
    };

    public static TheoryData<string> Packages => [.. Repository.Packages.Select(package => package.Name)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void An_assembly_references_only_what_its_row_allows(string package) =>
        Convention.Holds(Refused(package, Repository.Packages.Single(each => each.Name == package).Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!).Where(name => !IsFramework(name))));

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_project_names_only_what_its_row_allows(string package)
    {
        var project = XDocument.Load(Repository.Packages.Single(each => each.Name == package).ProjectFile);
        var packages = project.Descendants("PackageReference").Where(item => (string?)item.Attribute("PrivateAssets") != "all").Select(Included);
        var projects = project.Descendants("ProjectReference").Select(item => Path.GetFileNameWithoutExtension(Included(item).Replace('\\', '/')));
        var frameworks = project.Descendants("FrameworkReference").Select(Included);

        Convention.Holds(Refused(package, packages.Concat(projects).Concat(frameworks)));
    }

    [Fact]
    public void A_reference_too_many_is_found()
    {
        Assert.Single(Refused("CandidateCrm.Abstractions", ["NodaTime", "CandidateCrm"]));
        Assert.Single(Refused("CandidateCrm.Unheard", []));
        Assert.True(IsFramework("System.Runtime"));
        Assert.False(IsFramework("NodaTime"));
    }

    private static IEnumerable<string> Refused(string package, IEnumerable<string> references) =>
        Allowed.TryGetValue(package, out var row)
            ? references.Except(row, StringComparer.Ordinal).Select(name => $"{package} must not reference {name}: it may reference the framework, {string.Join(", ", row)}.")
            : [$"{package} has no row in {nameof(PackageReferenceTests)}: say there what it may reference."];

    private static string Included(XElement item) => (string?)item.Attribute("Include") ?? "";

    private static bool IsFramework(string assembly) =>
        File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));
}
