namespace Quickstart.Import;

/// <summary>The file form of a map.</summary>
internal sealed record MapFile
{
    public ColumnNames Columns { get; set; } = new();

    public string Delimiter { get; set; } = ",";

    public string Zone { get; set; } = "UTC";

    public string? TimestampFormat { get; set; }

    public Dictionary<string, Activity> Activities { get; set; } = [];

    public List<string>? Funnel { get; set; }

    internal sealed record ColumnNames
    {
        public string Case { get; set; } = "case";

        public string Activity { get; set; } = "activity";

        public string Timestamp { get; set; } = "timestamp";

        public string Seq { get; set; } = "seq";

        public string Resource { get; set; } = "resource";
    }

    internal sealed record Activity
    {
        public required ActivityFact Fact { get; set; }

        public string? Key { get; set; }

        public string? Disposition { get; set; }

        public string? Reason { get; set; }

        public string? Kind { get; set; }

        public CandidateCrm.Timeline.Direction Direction { get; set; }
    }
}
