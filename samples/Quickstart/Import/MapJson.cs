using System.Text.Json;
using System.Text.Json.Serialization;

namespace Quickstart.Import;

/// <summary>How the file form of a map is written: no unknown or repeated names; comments and a last comma are allowed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(MapFile))]
internal sealed partial class MapJson : JsonSerializerContext;
