using System.Collections.Immutable;
using System.Globalization;
using GreenhouseBridge.Mapping;

namespace GreenhouseBridge;

/// <summary>The command line, read.</summary>
internal sealed record Arguments
{
    internal const string Usage = """
        Usage:
          dotnet run --project samples/GreenhouseBridge -- PATH... [options]
              takes the payloads in the files, in the *.json files of the folders, or with - from standard input, and says what came of each

        Options:
          --secret-from NAME             an environment variable that holds a secret of the web hook; repeated while a secret is being replaced.
                                         Then each payload needs its Signature header: in a file beside it, such as hired.json.signature
          --signature TEXT               the Signature header of the payload on standard input
          --interview ID=APPLICATION     which application an interview is for, which Greenhouse does not say when it cancels one; may be repeated
        """;

    internal bool Help { get; private init; }

    internal ImmutableArray<string> Paths { get; private init; } = [];

    /// <summary>Gets the names of the environment variables with the secrets; empty where signatures are not checked.</summary>
    internal ImmutableArray<string> SecretsFrom { get; private init; } = [];

    internal string? Signature { get; private init; }

    internal ImmutableArray<(Subject Interview, Subject Application)> Interviews { get; private init; } = [];

    /// <summary>Reads a command line; the fault is the one sentence that says why it cannot be done, or null.</summary>
    internal static Arguments Read(string[] args, out string? fault)
    {
        var read = new Arguments();
        fault = null;
        for (var i = 0; i < args.Length && fault is null; i++)
        {
            var isOption = args[i].StartsWith("--", StringComparison.Ordinal) && args[i] != "--help";
            read = isOption
                ? Option(read, args[i], i + 1 < args.Length ? args[++i] : null, out fault)
                : Word(read, args[i], out fault);
        }

        fault ??= read is { Help: false, Paths: [] } ? "There is nothing to read: name a file or a folder, or - for standard input." : null;
        return read;
    }

    private static Arguments Word(Arguments read, string word, out string? fault)
    {
        fault = word is ['-', _, ..] and not ("-h" or "--help") ? $"There is no option {word} here." : null;
        return word is "-h" or "--help" ? read with { Help = true } : read with { Paths = read.Paths.Add(word) };
    }

    private static Arguments Option(Arguments read, string option, string? value, out string? fault)
    {
        fault = value is null ? $"{option} needs a value." : null;
        switch (option)
        {
            case "--secret-from":
                return read with { SecretsFrom = read.SecretsFrom.Add(value ?? string.Empty) };
            case "--signature":
                return read with { Signature = value };
            case "--interview" when value is null || Pair(value) is not null:
                return value is null ? read : read with { Interviews = read.Interviews.Add(Pair(value)!.Value) };
            case "--interview":
                fault = "--interview is two numbers, such as 31=17: interview 31 is for application 17.";
                return read;
            default:
                fault = $"There is no option {option} here.";
                return read;
        }
    }

    private static (Subject Interview, Subject Application)? Pair(string text) =>
        text.Split('=') is [var interview, var application] && TryId(interview, out var i) && TryId(application, out var a)
            ? (Subject.Interview(i), Subject.Application(a))
            : null;

    private static bool TryId(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;
}
