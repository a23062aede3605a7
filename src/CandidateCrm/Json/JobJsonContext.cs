using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>The shapes of the documents of jobs, generated at build time. Only the outermost object may have members that are not known: they are kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(HostTextConverter<JobKind>), typeof(HostTextConverter<CandidateId>), typeof(HostTextConverter<BatchId>), typeof(HostTextConverter<ReasonCode>), typeof(HostTextConverter<RequisitionId>),
        typeof(InstantConverter), typeof(ActorConverter), typeof(EnumWordConverter<JobState>), typeof(EnumWordConverter<JobCommandKind>),
    ])]
[JsonSerializable(typeof(JobDocument))]
[JsonSerializable(typeof(JobPace))]
internal sealed partial class JobJsonContext : JsonSerializerContext;
