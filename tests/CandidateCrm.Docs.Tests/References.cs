using System.Reflection;
using Microsoft.CodeAnalysis;

namespace CandidateCrm.Docs;

/// <summary>What a page may use: the framework, our assemblies and what they depend on; nothing of the tests.</summary>
public static class References
{
    private static readonly string[] OfTests = ["CandidateCrm.Docs.Tests", "Quickstart", "xunit", "FsCheck", "FSharp", "Microsoft.CodeAnalysis", "Microsoft.TestPlatform", "Microsoft.VisualStudio", "testhost", "Newtonsoft", "Spectre"];

    private static readonly string[] Implicit =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks",
        "Microsoft.Extensions.DependencyInjection", "NodaTime",
    ];

    private static readonly IReadOnlyList<string> Paths =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !OfTests.Any(prefix => Path.GetFileName(path).StartsWith(prefix, StringComparison.OrdinalIgnoreCase))),
    ];

    public static IReadOnlyList<MetadataReference> All { get; } = [.. Paths.Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Gets the using directives that every page begins with: the usual ones, NodaTime and every public namespace of ours.</summary>
    public static string Usings { get; } = "#line hidden\n" + string.Concat(Implicit.Concat(OwnNamespaces()).Select(name => $"using {name};\n"));

    private static IEnumerable<string> OwnNamespaces() =>
        Paths.Where(path => Path.GetFileName(path).StartsWith("CandidateCrm", StringComparison.Ordinal))
            .SelectMany(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)).GetExportedTypes())
            .Select(type => type.Namespace!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
