using System.Text.Json.Serialization;
using CandidateCrm.Applications;

namespace CandidateCrm.Json;

/// <summary>The shape of the documents of requisitions, generated at build time. Only the outermost object may have members that are not known: they are kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(HostTextConverter<PipelineKey>), typeof(HostTextConverter<ReasonCode>), typeof(HostTextConverter<RequisitionFamily>),
        typeof(InstantConverter), typeof(LocalDateConverter), typeof(ActorConverter), typeof(EnumWordConverter<RequisitionStatus>),
    ])]
[JsonSerializable(typeof(RequisitionDocument))]
internal sealed partial class RequisitionJsonContext : JsonSerializerContext;
