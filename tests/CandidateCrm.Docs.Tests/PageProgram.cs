using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CandidateCrm.Docs;

/// <summary>Makes one program of a page's blocks, compiles it and runs it. Faults name the page and the line.</summary>
public static class PageProgram
{
    /// <summary>Stands in the output where the next block begins; no page prints it.</summary>
    private const char Mark = '\u0001';

    /// <summary>The compiler's hint that a using directive is not needed.</summary>
    private const string NotNeeded = "CS8019";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);
    private static readonly SyntaxTree ImplicitUsings = CSharpSyntaxTree.ParseText(References.ImplicitUsings, Parsing);

    /// <summary>Returns what is wrong with the page, a sentence each; nothing where it is right. A page imports what it needs, and no more.</summary>
    public static IReadOnlyList<string> Faults(Page page)
    {
        if (page.Blocks.Count == 0)
        {
            return [];
        }

        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var tree = CSharpSyntaxTree.ParseText(SourceText.From(Source(page), Encoding.UTF8), Parsing, "page.cs");
        var compilation = CSharpCompilation.Create(
            "Page", [ImplicitUsings, tree], References.All, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        var emitted = compilation.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        if (!emitted.Success)
        {
            return Sentences(emitted.Diagnostics.Where(each => each.Severity == DiagnosticSeverity.Error));
        }

        if (Sentences(compilation.GetSemanticModel(tree).GetDiagnostics().Where(each => each.Id == NotNeeded)) is { Count: > 0 } notNeeded)
        {
            return notNeeded;
        }

        image.Position = 0;
        symbols.Position = 0;
        return Run(page, image, symbols);
    }

    private static List<string> Sentences(IEnumerable<Diagnostic> diagnostics) => [.. diagnostics.Select(Sentence).Distinct(StringComparer.Ordinal)];

    private static string Sentence(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        return $"{span.Path}:{(span.StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture)}: {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Orders what stands in the blocks as C# wants it in one file: usings, statements, types.</summary>
    private static string Source(Page page)
    {
        StringBuilder usings = new(), statements = new(), types = new();
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(block.Code, Parsing).GetRoot();
            statements.Append("#line hidden\nglobal::System.Console.Write('\\u0001');\n");
            statements.Append(block.IsNotRun ? string.Create(CultureInfo.InvariantCulture, $"async global::System.Threading.Tasks.Task NotRun{i}()\n{{\nawait global::System.Threading.Tasks.Task.CompletedTask;\n") : "");
            Append(usings, page, block, root.Usings);
            Append(statements, page, block, root.Members.OfType<GlobalStatementSyntax>());
            Append(types, page, block, root.Members.Where(member => member is not GlobalStatementSyntax));
            statements.Append(block.IsNotRun ? "#line hidden\n}\n" : "");
        }

        return $"{usings}{statements}{types}";
    }

    private static void Append(StringBuilder source, Page page, Block block, IEnumerable<SyntaxNode> nodes)
    {
        foreach (var node in nodes)
        {
            var line = block.Line + node.GetLocation().GetLineSpan().StartLinePosition.Line;
            source.Append(CultureInfo.InvariantCulture, $"#line {line} \"{page.Name}\"\n").Append(node).Append('\n');
        }
    }

    private static List<string> Run(Page page, MemoryStream image, MemoryStream symbols)
    {
        var context = new AssemblyLoadContext("Page", isCollectible: true);
        var console = Console.Out;
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var faults = new List<string>();
        try
        {
            Console.SetOut(output);
            var entry = context.LoadFromStream(image, symbols).EntryPoint!;
            entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, entry.GetParameters().Length == 0 ? null : [Array.Empty<string>()], CultureInfo.InvariantCulture);
        }
#pragma warning disable CA1031 // Whatever a page throws is a fault of the page.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            faults.Add($"{Where(page, exception)}: {exception.GetType().Name}: {exception.Message}");
        }
        finally
        {
            Console.SetOut(console);
            context.Unload();
        }

        return [.. faults, .. WrongOutput(page, output.ToString())];
    }

    private static string Where(Page page, Exception exception)
    {
        var frame = new System.Diagnostics.StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(each => each.GetFileName() is { } file && file.EndsWith(page.Name, StringComparison.Ordinal));
        return frame is null ? page.Name : $"{page.Name}:{frame.GetFileLineNumber().ToString(CultureInfo.InvariantCulture)}";
    }

    private static IEnumerable<string> WrongOutput(Page page, string output)
    {
        var printed = output.Split(Mark)[1..];
        for (var i = 0; i < page.Blocks.Count; i++)
        {
            var block = page.Blocks[i];
            if (block is { IsNotRun: true, Output: not null })
            {
                yield return $"{page.Name}:{block.Line}: the block is not run, so nothing proves its output.";
            }
            else if (block.Output is { } expected && i < printed.Length && Lines(expected) != Lines(printed[i]))
            {
                yield return $"{page.Name}:{block.Line}: the page says\n{Lines(expected)}\nbut the block prints\n{Lines(printed[i])}";
            }
        }
    }

    private static string Lines(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
}
