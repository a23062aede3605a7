using System.Text.Json.Serialization;

namespace Quickstart.Import;

/// <summary>The file form of a map.</summary>
internal sealed record MapFile
{
    public ColumnNames Columns { get; init; } = new();

    public string Delimiter { get; init; } = ",";

    public string Zone { get; init; } = "UTC";

    public string? TimestampFormat { get; init; }

    public Dictionary<string, Activity> Activities { get; init; } = [];

    public List<string>? Funnel { get; init; }

    internal sealed record ColumnNames
    {
        public string Case { get; init; } = "case";

        public string Activity { get; init; } = "activity";

        public string Timestamp { get; init; } = "timestamp";

        public string Seq { get; init; } = "seq";

        public string Resource { get; init; } = "resource";
    }

    internal sealed record Activity
    {
        public required ActivityFact Fact { get; init; }

        public string? Key { get; init; }

        public string? Disposition { get; init; }

        public string? Reason { get; init; }

        public string? Kind { get; init; }

        public CandidateCrm.Timeline.Direction Direction { get; init; }
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = System.Text.Json.JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(MapFile))]
internal sealed partial class MapJson : JsonSerializerContext;
