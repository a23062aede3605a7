namespace Quickstart.Import;

/// <summary>Where the columns of a log stand; -1 for the optional ones that it lacks.</summary>
internal sealed record LogColumns
{
    internal required int Count { get; init; }

    internal required int Case { get; init; }

    internal required int Activity { get; init; }

    internal required int Timestamp { get; init; }

    internal required int Seq { get; init; }

    internal required int Resource { get; init; }

    internal int LastNeeded => Math.Max(Case, Math.Max(Activity, Timestamp));

    /// <summary>Reads the header.</summary>
    internal static LogColumns Read(CsvReader csv, ImportMap map)
    {
        var names = Header(csv, "event log");
        int Needed(string name) => names.IndexOf(name) is var at and >= 0
            ? at
            : throw new RefusedException($"The event log has no column «{name}»; its header is «{ImportFaults.Short(string.Join(map.Delimiter, names))}».");
        return new LogColumns
        {
            Count = names.Count,
            Case = Needed(map.CaseColumn),
            Activity = Needed(map.ActivityColumn),
            Timestamp = Needed(map.TimestampColumn),
            Seq = names.IndexOf(map.SeqColumn),
            Resource = names.IndexOf(map.ResourceColumn),
        };
    }

    internal static List<string> Header(CsvReader csv, string what)
    {
        if (!csv.Read())
        {
            throw new RefusedException($"The {what} is empty.");
        }

        if (csv.Fault is { } fault)
        {
            throw new RefusedException($"The header of the {what} cannot be read: {fault}.");
        }

        var names = new List<string>();
        for (var i = 0; i < csv.Count; i++)
        {
            names.Add(csv[i].Trim().ToString());
        }

        return names;
    }
}
