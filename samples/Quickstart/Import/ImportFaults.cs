using System.Globalization;

namespace Quickstart.Import;

/// <summary>Counts every fault and keeps the first of each kind. What a line says is quoted in short, and never with control characters.</summary>
internal sealed class ImportFaults
{
    private const int Kept = 20;
    private const int LongestQuote = 60;
    private readonly SortedDictionary<FaultKind, List<string>> _first = [];
    private readonly long[] _counts = new long[Enum.GetValues<FaultKind>().Length];

    internal long Total => _counts.Sum();

    internal long Of(FaultKind kind) => _counts[(int)kind];

    /// <summary>Says whether the next fault of a kind would be kept, so that its words are worth making.</summary>
    internal bool Keeps(FaultKind kind) => Of(kind) < Kept;

    /// <summary>Notes a fault of a line; the quote is what the line says there.</summary>
    internal void Note(FaultKind kind, long line, ReadOnlySpan<char> quote = default)
    {
        if (_counts[(int)kind]++ < Kept)
        {
            List(kind).Add(string.Create(CultureInfo.InvariantCulture, $"{(kind == FaultKind.Refused ? "fact" : "line")} {line}{(quote.IsEmpty ? "" : ": ")}{Short(quote)}"));
        }
    }

    /// <summary>Counts faults of which no more is known.</summary>
    internal void Add(FaultKind kind, long count) => _counts[(int)kind] += count;

    internal async Task WriteAsync(TextWriter writer)
    {
        foreach (var (kind, lines) in _first)
        {
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Words(kind)}: {Of(kind):N0}"));
            foreach (var line in lines)
            {
                await writer.WriteLineAsync("  " + line);
            }

            if (Of(kind) > lines.Count)
            {
                await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  and {Of(kind) - lines.Count:N0} more"));
            }
        }
    }

    internal static string Short(ReadOnlySpan<char> text)
    {
        var cut = text.Length <= LongestQuote ? text : text[..LongestQuote];
        var shown = string.Create(cut.Length, cut, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) ? '·' : from[i];
            }
        });
        return cut.Length < text.Length ? shown + "…" : shown;
    }

    private static string Words(FaultKind kind) => kind switch
    {
        FaultKind.UnreadableLine => "Lines that cannot be read (left out)",
        FaultKind.WrongColumns => "Lines with another number of columns than the header (left out where one is needed)",
        FaultKind.BadCase => "Lines without a usable case (left out)",
        FaultKind.UnknownActivity => "Unknown activities (left out)",
        FaultKind.BadTimestamp => "Timestamps that are none, or not of this world (left out)",
        FaultKind.BadSequence => "Sequence numbers that are none (left out)",
        FaultKind.Duplicate => "Duplicates of an earlier line (left out)",
        FaultKind.SequenceReused => "Sequence numbers used twice in a case (imported)",
        FaultKind.OutOfOrder => "Lines before an earlier line of their case (imported in the order of time)",
        FaultKind.BadResource => "Resources that cannot be a name (imported without)",
        FaultKind.Refused => "Facts that the library refused (left out)",
        FaultKind.CaseWithoutEvents => "Listed cases without events",
        _ => "Events of cases that are not listed (imported)",
    };

    private List<string> List(FaultKind kind) => _first.TryGetValue(kind, out var list) ? list : _first[kind] = [];
}
