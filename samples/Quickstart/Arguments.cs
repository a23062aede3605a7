using System.Diagnostics.CodeAnalysis;

namespace Quickstart;

/// <summary>The command line, read.</summary>
internal sealed record Arguments
{
    internal const string Usage = """
        Usage:
          dotnet run --project samples/Quickstart
              shows the CRM at work in a company of our own making
          dotnet run --project samples/Quickstart -- import EVENTS.csv [options]
              takes an event log of yours: columns case, activity, timestamp and, where there are, seq and resource

        Options:
          --report PATH    where the HTML report goes (candidatecrm-report.html; with --json none unless asked for)
          --cases PATH     import: a list of all cases, to find those without events and the other way round
          --map PATH       import: what the columns are called and what the activities mean (a hiring log's by default)
          --json           import: all figures as one JSON document, and nothing else, on standard output
          --journal PATH   import: what is committed is also written here, and a next run goes on from it
        """;

    internal const string DefaultReport = "candidatecrm-report.html";

    internal bool Help { get; private init; }

    /// <summary>Gets the event log; null for the company of our own making.</summary>
    internal string? Events { get; private init; }

    internal string? Cases { get; private init; }

    internal string? Map { get; private init; }

    internal bool Json { get; private init; }

    internal string? Report { get; private init; }

    internal string? Journal { get; private init; }

    /// <summary>Gets where the page goes; null where none is wanted.</summary>
    internal string? Page => Report ?? (Json ? null : DefaultReport);

    internal static bool TryRead(string[] args, [NotNullWhen(true)] out Arguments? arguments, [NotNullWhen(false)] out string? fault)
    {
        arguments = null;
        var read = new Arguments();
        var importing = args is ["import", ..];
        for (var i = importing ? 1 : 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : null;
            var next = Take(read, args[i], value, importing, out var usedValue, out fault);
            if (next is null)
            {
                fault ??= Unknown(args[i], i, importing);
                return false;
            }

            read = next;
            i += usedValue ? 1 : 0;
        }

        fault = importing && read.Events is null && !read.Help ? "import needs the path of an event log." : null;
        arguments = fault is null ? read : null;
        return fault is null;
    }

    private static string Unknown(string word, int place, bool importing) => (word.StartsWith('-'), place) switch
    {
        (true, _) => $"There is no option {word} here.",
        (false, 0) => $"There is no command {word}; the only one is import.",
        _ => importing ? $"There is one event log to import; {word} is one too many." : $"There is nothing to do with {word} here.",
    };

    private static Arguments? Take(Arguments read, string option, string? value, bool importing, out bool usedValue, out string? fault)
    {
        usedValue = option is "--report" or "--cases" or "--map" or "--journal";
        fault = usedValue && value is null ? $"{option} needs a path." : null;
        return (option, value, importing) switch
        {
            ("--help" or "-h" or "help", _, _) => read with { Help = true },
            ("--report", { } path, _) => read with { Report = path },
            ("--cases", { } path, true) => read with { Cases = path },
            ("--map", { } path, true) => read with { Map = path },
            ("--journal", { } path, true) => read with { Journal = path },
            ("--json", _, true) => read with { Json = true },
            ({ } path, _, true) when read.Events is null && !path.StartsWith('-') => read with { Events = path },
            _ => null,
        };
    }
}
