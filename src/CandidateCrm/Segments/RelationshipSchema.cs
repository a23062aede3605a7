using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Json;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>
/// What segment rules of a tenant may ask of a candidate: what the CRM keeps, and the attributes that the tenant's rules declare, all of them recorded. It needs no store and no services.
/// </summary>
public static class RelationshipSchema
{
    private static readonly FieldTerms Recorded = new() { Home = FieldHome.Recorded };
    private static readonly ConditionalWeakTable<CrmRules, SegmentSchema<CandidateView>> Made = [];
    private static readonly ConditionalWeakTable<CrmRules, SegmentSchema<CandidateView>> Judged = [];

    /// <summary>Gets the names of the fields that every tenant has.</summary>
    internal static FrozenSet<string> BuiltIn { get; } = Begun().Build().Fields.Select(field => field.Name).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Returns the schema of a tenant's rules; the same one for the same rules.</summary>
    /// <exception cref="InvalidRulesException">The rules have faults; all of them are listed.</exception>
    public static SegmentSchema<CandidateView> Of(CrmRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return Judged.GetValue(rules, Review);
    }

    /// <summary>Returns the schema of what is right in rules, so that their segments can be judged whatever else is wrong.</summary>
    internal static SegmentSchema<CandidateView> Unreviewed(CrmRules rules) => Made.GetValue(rules, Make);

    private static SegmentSchema<CandidateView> Review(CrmRules rules)
    {
        var faults = RulesReview.FaultsOf(rules);
        return faults.IsEmpty ? Unreviewed(rules) : throw new InvalidRulesException(faults);
    }

    private static SegmentSchema<CandidateView> Make(CrmRules rules)
    {
        var builder = Begun();
        AddScores(builder, [.. rules.Scores.Where(model => model.Key.IsAssigned && ScoringModelReview.FaultsOf(model).IsEmpty).DistinctBy(model => model.Key)]);
        foreach (var attribute in rules.Attributes.Where(AttributesReview.IsRight).DistinctBy(attribute => attribute.Key))
        {
            AttributeFields.Add(builder, attribute);
        }

        return builder.Build();
    }

    private static SegmentSchemaBuilder<CandidateView> Begun()
    {
        var builder = SegmentSchema.For<CandidateView>();
        AddPerson(builder);
        AddContact(builder);
        builder.Collection("applications", view => view.Applications, AddApplication, Recorded);
        builder.Collection("promises", view => view.Promises, AddPromise, Recorded);
        return builder;
    }

    private static void AddPerson(SegmentSchemaBuilder<CandidateView> builder)
    {
        builder.Code("phase", view => PhaseOf(view), Recorded);
        builder.Instant("phaseSince", view => PhaseSinceOf(view), Recorded);
        builder.CodeSet("roles", view => view.Roles, Recorded);
        builder.Date("snoozedUntil", view => SnoozedUntilOf(view), Recorded);
        builder.Instant("contactBarredSince", view => BarredSinceOf(view), Recorded);
        builder.Code("availability", view => AvailabilityOf(view), Recorded);
        builder.Code("interest", view => InterestOf(view), Recorded);
        builder.CodeSet("sources", view => view.Sources, Recorded);
    }

    private static void AddContact(SegmentSchemaBuilder<CandidateView> builder)
    {
        builder.Instant("lastContactedAt", view => LastContactedAtOf(view), Recorded);
        builder.Instant("lastHeardFromAt", view => LastHeardFromAtOf(view), Recorded);
        builder.Instant(RelationshipFields.FirstContactAt, view => view.FirstContactAt, Recorded);
        builder.Number("touchpointCount", view => TouchpointCountOf(view), Recorded);
        builder.Collection(RelationshipFields.Touchpoints, view => view.Touchpoints, AddTouchpoint, Recorded);
    }

    private static void AddTouchpoint(SegmentSchemaBuilder<Touchpoint> items)
    {
        items.Code("kind", touch => touch.Told.Kind.Value, Recorded);
        items.Instant("at", touch => touch.At, Recorded);
        items.Code("direction", touch => EnumWords<Direction>.Of(touch.Told.Direction).Value, Recorded);
        items.Code("channel", touch => TextOf(touch.Told.Channel), Recorded);
        items.Code("application", touch => TextOf(touch.Told.Application), Recorded);
        items.Boolean("automated", touch => touch.Told.Automated, Recorded);
        items.Number("quantity", touch => touch.Told.Quantity, Recorded);
    }

    private static void AddApplication(SegmentSchemaBuilder<ApplicationState> items)
    {
        items.Code("application", each => TextOf(each.Application), Recorded);
        items.Code("requisition", each => TextOf(each.Requisition), Recorded);
        items.Code("family", each => TextOf(each.Family), Recorded);
        items.Code("pipeline", each => TextOf(each.Pipeline), Recorded);
        items.Code("source", each => TextOf(each.Source), Recorded);
        items.Code("status", each => EnumWords<ApplicationStatus>.Of(each.Status).Value, Recorded);
        items.Code("stage", each => TextOf(each.Stage), Recorded);
        items.Code("stageCategory", each => CategoryOf(each.Stage, each.Category), Recorded);
        items.Instant("stageSince", each => each.StageSince, Recorded);
        items.Code("furthestStage", each => TextOf(each.Furthest), Recorded);
        items.Code("furthestCategory", each => CategoryOf(each.Furthest, each.FurthestCategory), Recorded);
        items.Instant("submittedAt", each => each.SubmittedAt, Recorded);
        items.Code("disposition", each => DispositionOf(each), Recorded);
        items.Code("reason", each => ReasonOf(each), Recorded);
        items.Instant("endedAt", each => EndedAtOf(each), Recorded);
        items.Number("reopenings", each => each.Reopenings, Recorded);
    }

    private static void AddPromise(SegmentSchemaBuilder<Promise> items)
    {
        items.Code("expectation", promise => TextOf(promise.Key.Expectation), Recorded);
        items.Code("application", promise => ApplicationOf(promise), Recorded);
        items.Code("state", promise => EnumWords<PromiseState>.Of(promise.State).Value, Recorded);
        items.Instant("openedAt", promise => promise.OpenedAt, Recorded);
        items.Instant("dueAt", promise => promise.DueAt, Recorded);
    }

    private static void AddScores(SegmentSchemaBuilder<CandidateView> builder, ImmutableArray<ScoringModel> scores)
    {
        foreach (var model in scores)
        {
            var score = new ScoreField(model);
            builder.Number(RelationshipFields.ScorePrefix + model.Key.Value, view => score.ValueOf(view), Recorded);
            builder.Code(RelationshipFields.BandPrefix + model.Key.Value, view => score.BandOf(view), Recorded);
        }

        if (scores is [var first, ..])
        {
            var score = new ScoreField(first);
            builder.Number("score", view => score.ValueOf(view), Recorded);
            builder.Code("band", view => score.BandOf(view), Recorded);
        }
    }

    private static string? PhaseOf(CandidateView view) => view.Relationship.Lifecycle?.Phase.Value;

    private static Instant? PhaseSinceOf(CandidateView view) => view.Relationship.Lifecycle?.Since;

    private static LocalDate? SnoozedUntilOf(CandidateView view) => view.Relationship.Lifecycle?.Overlays.Snooze?.Until;

    private static Instant? BarredSinceOf(CandidateView view) => view.Relationship.Candidate?.Holds.BarredSince;

    private static string? AvailabilityOf(CandidateView view) =>
        view.Relationship.Candidate?.Availability?.Current is { } known and not Availability.Unknown ? EnumWords<Availability>.Of(known).Value : null;

    private static string? InterestOf(CandidateView view) =>
        view.Relationship.Candidate?.Interest?.Current is { } known and not InterestLevel.Unknown ? EnumWords<InterestLevel>.Of(known).Value : null;

    private static Instant? LastContactedAtOf(CandidateView view) => view.Relationship.Contact?.LastOutboundAt;

    private static Instant? LastHeardFromAtOf(CandidateView view) => view.Relationship.Contact?.LastInboundAt;

    private static decimal? TouchpointCountOf(CandidateView view) => view.Relationship.Contact?.Touchpoints ?? 0;

    private static string? CategoryOf(StageKey stage, StageCategory category) => stage.IsAssigned ? EnumWords<StageCategory>.Of(category).Value : null;

    private static string? DispositionOf(ApplicationState application) => application.Ending is { } ending ? EnumWords<Disposition>.Of(ending.Disposition).Value : null;

    private static string? ReasonOf(ApplicationState application) => application.Ending is { } ending ? TextOf(ending.Reason) : null;

    private static Instant? EndedAtOf(ApplicationState application) => application.Ending?.At;

    private static string? ApplicationOf(Promise promise) => promise.Key.Subject == PromiseKey.WholeRelationship ? null : promise.Key.Subject;

    private static string? TextOf<TCode>(TCode code)
        where TCode : struct, IHostText<TCode> => code.IsAssigned ? code.Value : null;
}
