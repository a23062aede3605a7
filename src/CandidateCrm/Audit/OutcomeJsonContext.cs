using System.Text.Json.Serialization;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Json;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Audit;

/// <summary>The shape of a state for outcomes, generated at build time: every public member, in the order of declaration, without those at their defaults. It is written only.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters =
    [
        typeof(HostTextConverter<TenantId>), typeof(HostTextConverter<CandidateId>), typeof(HostTextConverter<PersonId>),
        typeof(HostTextConverter<JobApplicationId>), typeof(HostTextConverter<RequisitionId>), typeof(HostTextConverter<RequisitionFamily>), typeof(HostTextConverter<PipelineKey>),
        typeof(HostTextConverter<StageKey>), typeof(HostTextConverter<SourceCode>), typeof(HostTextConverter<ReasonCode>),
        typeof(HostTextConverter<Phase>), typeof(HostTextConverter<ScoreKey>), typeof(HostTextConverter<BandKey>),
        typeof(HostTextConverter<ExpectationKey>), typeof(HostTextConverter<CalendarKey>), typeof(HostTextConverter<BatchId>),
        typeof(EventIdConverter), typeof(InstantConverter), typeof(DurationConverter), typeof(PromiseKeyConverter), typeof(EffectKeyConverter),
        typeof(HostTextConverter<FactCode>), typeof(AttributeValueConverter),
    ])]
[JsonSerializable(typeof(Relationship))]
internal sealed partial class OutcomeJsonContext : JsonSerializerContext;
