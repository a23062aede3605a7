using System.Text.Json;
using CandidateCrm.Conventions.Packing;

namespace CandidateCrm.Conventions.Projects;

/// <summary>What is in force for a project after every props file, project file and default was read.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string> Expected = new(StringComparer.Ordinal)
    {
        ["TargetFramework"] = "net10.0",
        ["IsAotCompatible"] = "true",
        ["IsTrimmable"] = "true",
        ["EnableTrimAnalyzer"] = "true",
        ["EnableAotAnalyzer"] = "true",
        ["EnableSingleFileAnalyzer"] = "true",
        ["Nullable"] = "enable",
        ["TreatWarningsAsErrors"] = "true",
        ["AnalysisLevel"] = "latest-recommended",
        ["EnforceCodeStyleInBuild"] = "true",
        ["GenerateDocumentationFile"] = "true",
        ["Deterministic"] = "true",
        ["IsPackable"] = "true",
        ["EnablePackageValidation"] = "true",
        ["RestorePackagesWithLockFile"] = "true",
        ["CentralPackageTransitivePinningEnabled"] = "false",
        ["RootNamespace"] = "CandidateCrm",
    };

    public static TheoryData<string> Packages => [.. Repository.Packages.Select(package => package.Name)];

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task A_library_is_built_under_the_rules_of_all_libraries(string package)
    {
        var project = Repository.Packages.Single(each => each.Name == package).ProjectFile;
        var json = await Dotnet.RunAsync("msbuild", project, "-getProperty:" + string.Join(',', Expected.Keys), "-getItem:AdditionalFiles,PackageReference");

        Convention.Holds(Faults(JsonDocument.Parse(json).RootElement));
    }

    [Fact]
    public void A_project_that_leaves_a_rule_is_found()
    {
        var good = new { Properties = Expected, Items = new { AdditionalFiles = new[] { new { Identity = "src/BannedSymbols.txt" } }, PackageReference = Analysers } };
        var bad = new { Properties = new Dictionary<string, string>(Expected) { ["IsAotCompatible"] = "false" }, Items = new { AdditionalFiles = Array.Empty<object>(), PackageReference = Array.Empty<object>() } };

        Assert.Empty(Faults(JsonSerializer.SerializeToElement(good)));
        Assert.Equal(4, Faults(JsonSerializer.SerializeToElement(bad)).Count());
    }

    private static readonly object[] Analysers =
    [
        new { Identity = "Microsoft.CodeAnalysis.BannedApiAnalyzers", PrivateAssets = "all" },
        new { Identity = "Meziantou.Analyzer", PrivateAssets = "all" },
    ];

    private static IEnumerable<string> Faults(JsonElement evaluated)
    {
        var properties = evaluated.GetProperty("Properties");
        foreach (var (name, value) in Expected)
        {
            var actual = properties.GetProperty(name).GetString();
            if (!string.Equals(actual, value, StringComparison.OrdinalIgnoreCase))
            {
                yield return $"{name} is «{actual}», not «{value}».";
            }
        }

        var items = evaluated.GetProperty("Items");
        if (!Items(items, "AdditionalFiles").Any(item => Text(item, "Identity").EndsWith("BannedSymbols.txt", StringComparison.Ordinal)))
        {
            yield return "The banned symbols are not handed to the analyser.";
        }

        foreach (var analyser in (string[])["Microsoft.CodeAnalysis.BannedApiAnalyzers", "Meziantou.Analyzer"])
        {
            if (!Items(items, "PackageReference").Any(item => Text(item, "Identity") == analyser && string.Equals(Text(item, "PrivateAssets"), "all", StringComparison.OrdinalIgnoreCase)))
            {
                yield return $"{analyser} is not referenced with PrivateAssets=all.";
            }
        }
    }

    private static JsonElement.ArrayEnumerator Items(JsonElement items, string kind) => items.GetProperty(kind).EnumerateArray();

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
