using Microsoft.CodeAnalysis;

namespace CandidateCrm.Docs;

/// <summary>What a page may use: the framework, our assemblies and what they depend on; nothing of the tests.</summary>
public static class References
{
    private static readonly string[] OfTests = ["CandidateCrm.Docs.Tests", "Quickstart", "xunit", "FsCheck", "FSharp", "Microsoft.CodeAnalysis", "Microsoft.TestPlatform", "Microsoft.VisualStudio", "testhost", "Newtonsoft", "Spectre"];

    /// <summary>The namespaces that the SDK imports for a console program.</summary>
    private static readonly string[] Implicit =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly IReadOnlyList<string> Paths =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !OfTests.Any(prefix => Path.GetFileName(path).StartsWith(prefix, StringComparison.OrdinalIgnoreCase))),
    ];

    public static IReadOnlyList<MetadataReference> All { get; } = [.. Paths.Select(path => MetadataReference.CreateFromFile(path))];

    /// <summary>Gets what a new console program imports without saying so. Everything else a page has to name itself, as its reader must.</summary>
    public static string ImplicitUsings { get; } = string.Concat(Implicit.Select(name => $"global using {name};\n"));
}
