using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using GreenhouseBridge.Webhooks;
using NodaTime;

namespace GreenhouseBridge.Mapping;

/// <summary>What a payload says of an application and its candidate, as far as the bridge wants to know it. Nothing personal is read.</summary>
internal sealed record ApplicationReading
{
    public required long Id { get; init; }

    public required long Candidate { get; init; }

    public JobApplicationId Application => JobApplicationId.From(Id.ToString(CultureInfo.InvariantCulture));

    public Subject Subject => Subject.Candidate(Candidate);

    public bool? MayContact { get; init; }

    public bool IsProspect { get; init; }

    /// <summary>Gets <c>active</c>, <c>rejected</c> or <c>hired</c>; null where it is not told.</summary>
    public string? Status { get; init; }

    public Instant? AppliedAt { get; init; }

    public Instant? RejectedAt { get; init; }

    public Instant? LastActivityAt { get; init; }

    public StageKey Stage { get; init; }

    public StageCategory Category { get; init; }

    public SourceCode Source { get; init; }

    /// <summary>Gets the opening, the first where a prospect is considered for several; unassigned for none.</summary>
    public RequisitionId Requisition { get; init; }

    public ReasonCode Reason { get; init; }

    public Disposition Disposition { get; init; }

    internal static ApplicationReading Of(MappedPayload payload)
    {
        var application = payload.Fields.Object("application");
        var candidate = application.Object("candidate");
        var stage = application.OptionalObject("current_stage");
        var reading = new ApplicationReading
        {
            Id = application.Id("id"),
            Candidate = candidate.Id("id"),
            MayContact = candidate.OptionalFlag("can_email"),
            IsProspect = application.OptionalFlag("prospect") ?? false,
            Status = application.OptionalText("status"),
            AppliedAt = application.OptionalInstant("applied_at"),
            RejectedAt = application.OptionalInstant("rejected_at"),
            LastActivityAt = application.OptionalInstant("last_activity_at"),
            Stage = stage.IsThere ? StageKey.From(SlugOf(stage, "stage")) : default,
            Source = SourceOf(application.OptionalObject("source")),
            Requisition = JobOf(application),
        };
        return WithReason(reading with { Category = CategoryOf(reading.Stage, payload.Options) }, application.OptionalObject("rejection_reason"), payload.Options);
    }

    /// <summary>Returns when the latest thing happened to it, as far as that is said.</summary>
    internal Moment? Latest() => Moment.OfInstant(LastActivityAt ?? AppliedAt);

    internal string Key(string what) => string.Create(CultureInfo.InvariantCulture, $"application:{Id}:{what}");

    private static RequisitionId JobOf(PayloadFields application) =>
        application.OptionalObjects("jobs") is [var first, ..] ? RequisitionId.From(first.Id("id").ToString(CultureInfo.InvariantCulture)) : default;

    private static SourceCode SourceOf(PayloadFields source) =>
        source.IsThere ? SourceCode.From(Slug.Of(source.OptionalText("public_name") ?? source.OptionalText("name") ?? string.Empty, "source", source.Id("id"))) : default;

    private static string SlugOf(PayloadFields named, string kind) => Slug.Of(named.OptionalText("name") ?? string.Empty, kind, named.Id("id"));

    private static StageCategory CategoryOf(StageKey stage, GreenhouseOptions options) =>
        stage.IsAssigned ? options.Stages.GetValueOrDefault(stage.Value) : default;

    private static ApplicationReading WithReason(ApplicationReading reading, PayloadFields reason, GreenhouseOptions options)
    {
        if (!reason.IsThere)
        {
            return reading;
        }

        var slug = SlugOf(reason, "reason");
        var type = reason.OptionalObject("type");
        return reading with
        {
            Reason = options.Reasons.GetValueOrDefault(slug, ReasonCode.From(slug)),
            Disposition = type.IsThere ? options.Dispositions.GetValueOrDefault(SlugOf(type, "type")) : default,
        };
    }
}
