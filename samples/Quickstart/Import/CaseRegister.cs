using NodaTime;

namespace Quickstart.Import;

/// <summary>Remembers of each case what the next line of it is checked against.</summary>
internal sealed class CaseRegister
{
    private readonly Dictionary<string, CaseState> _cases = new(StringComparer.Ordinal);

    internal int Count => _cases.Count;

    /// <summary>Takes a line of a case. Without a number of the source, lines at one instant are numbered as they come.</summary>
    /// <returns>The order among lines at one instant, and whether the line stands before an earlier one.</returns>
    internal (long Order, bool OutOfOrder) Take(string name, Instant at, long? seq, long line)
    {
        var known = _cases.TryGetValue(name, out var state);
        var order = seq ?? (known && state.Last == at ? state.Order + 1 : 0);
        var outOfOrder = known && (at < state.Last || (at == state.Last && order < state.Order));
        if (!outOfOrder)
        {
            _cases[name] = new CaseState(at, order, known ? state.FirstLine : line);
        }

        return (order, outOfOrder);
    }

    /// <summary>Compares with a list of all cases; of that list only the case is read.</summary>
    internal void CompareWith(TextReader list, ImportMap map, ImportFaults faults)
    {
        var csv = new CsvReader(list, map.Delimiter);
        var column = LogColumns.Header(csv, "list of cases").IndexOf(map.CaseColumn);
        if (column < 0)
        {
            throw new RefusedException($"The list of cases has no column «{map.CaseColumn}».");
        }

        var listed = new HashSet<string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            var name = csv.Count > column ? csv[column].ToString() : null;
            if (name is null)
            {
                faults.Note(FaultKind.UnreadableLine, csv.Line, "in the list of cases");
            }
            else if (listed.Add(name) && !_cases.ContainsKey(name))
            {
                faults.Note(FaultKind.CaseWithoutEvents, csv.Line, name);
            }
        }

        foreach (var (name, state) in _cases.Where(one => !listed.Contains(one.Key)).OrderBy(one => one.Value.FirstLine))
        {
            faults.Note(FaultKind.CaseNotListed, state.FirstLine, name);
        }
    }

    private readonly record struct CaseState(Instant Last, long Order, long FirstLine);
}
