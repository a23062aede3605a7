using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CandidateCrm.Conventions.Sources;

/// <summary>What a source file must keep: its length, one public type named like the file, short and flat methods.</summary>
public static class SourceRules
{
    public const int LongestFile = 300;
    public const int LongestMethod = 40;
    public const int DeepestNesting = 3;

    public static IEnumerable<Fault> Length(string path, string text)
    {
        var lines = text.AsSpan().TrimEnd('\n').Count('\n') + 1;
        if (lines > LongestFile)
        {
            yield return new Fault("file-length", path, $"The file has {lines} lines; {LongestFile} are the limit, 60 the aim.");
        }
    }

    public static IEnumerable<Fault> OneTypeNamedLikeTheFile(string path, string text)
    {
        var names = Root(text).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword))
            .Select(NameOf).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > 1)
        {
            yield return new Fault("one-type", path, $"The file holds the public types {string.Join(", ", names)}; give each a file of its own.");
        }
        else if (names is [var only] && only != Path.GetFileName(path).Split('.')[0])
        {
            yield return new Fault("one-type", path, $"The file holds {only}; name it {only}.cs.");
        }
    }

    public static IEnumerable<Fault> ShortMethods(string path, string text) =>
        from body in Bodies(text)
        let span = body.Block.SyntaxTree.GetLineSpan(body.Block.Span)
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line - 1
        where lines > LongestMethod
        select new Fault("method-length", $"{path}#{body.Name}", $"The body has {lines} lines; {LongestMethod} are the limit.");

    public static IEnumerable<Fault> FlatMethods(string path, string text) =>
        from body in Bodies(text)
        let depth = Depth(body.Block)
        where depth > DeepestNesting
        select new Fault("nesting", $"{path}#{body.Name}", $"The body nests {depth} deep; {DeepestNesting} is the limit.");

    private static string NameOf(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.Text,
        DelegateDeclarationSyntax type => type.Identifier.Text,
        _ => "?",
    };

    private static IEnumerable<(string Name, BlockSyntax Block)> Bodies(string text) =>
        from node in Root(text).DescendantNodes()
        let body = node switch
        {
            BaseMethodDeclarationSyntax { Body: { } block } => block,
            AccessorDeclarationSyntax { Body: { } block } => block,
            _ => null,
        }
        where body is not null
        select (MethodName(node), body);

    private static string MethodName(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        AccessorDeclarationSyntax accessor => accessor.Parent?.Parent is PropertyDeclarationSyntax property ? property.Identifier.Text : accessor.Keyword.Text,
        OperatorDeclarationSyntax item => "operator " + item.OperatorToken.Text,
        _ => node.Kind().ToString(),
    };

    private static int Depth(SyntaxNode node) => node.ChildNodes().Select(Depth).DefaultIfEmpty(0).Max() + (Nests(node) ? 1 : 0);

    /// <summary>Says whether a reader goes one level deeper here; «else if» stays where it is.</summary>
    private static bool Nests(SyntaxNode node) => node switch
    {
        IfStatementSyntax => node.Parent is not ElseClauseSyntax,
        ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax => true,
        SwitchStatementSyntax or TryStatementSyntax or LockStatementSyntax => true,
        UsingStatementSyntax => node.Parent is not UsingStatementSyntax,
        _ => false,
    };

    private static SyntaxNode Root(string text) => CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Latest)).GetRoot();
}
