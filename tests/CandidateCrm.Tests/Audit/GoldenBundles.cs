using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Audit;

/// <summary>What the published bundles were made of, one for each kind of rule.</summary>
internal static class GoldenBundles
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");

    /// <summary>The rules of the day on which the bundles were published: since then they have reminders, and announce more.</summary>
    private static readonly CrmRules Everything = TestRules.Everything with
    {
        Pipelines = [TestRules.Everything.Pipelines[0] with { Reminders = [] }],
        Attributes = [],
        Announced = [EntryTypes.NameOf(typeof(CandidateCrm.Lifecycle.PhaseChanged)), EntryTypes.NameOf(typeof(CandidateCrm.Engagement.BandChanged)), EntryTypes.NameOf(typeof(CandidateCrm.Charter.PromiseBroken))],
    };

    internal static IReadOnlyDictionary<string, ReplayBundle> All { get; } = new Dictionary<string, CrmRules>
    {
        ["bundle.lifecycle.v1"] = Everything with { Announced = [], Expectations = [], Calendars = [], Scores = [] },
        ["bundle.charter.v1"] = Everything with { Lifecycle = null, Pipelines = [], Scores = [] },
        ["bundle.score.v1"] = Everything with { Lifecycle = null, Pipelines = [], Expectations = [], Calendars = [] },
    }.ToDictionary(each => each.Key, each => Bundling.Make(new RelationshipEngine(), Histories.Anna, Told, Log(each.Value), (Histories.Start + Duration.FromDays(20), KeepsIds: false)));

    private static TimelineEvent[] Told =>
    [
        Histories.Event("found", Histories.Start, new Candidates.CandidateFound { Source = Candidates.SourceCode.From("careers-site") }),
        Histories.Event("s", Histories.Start + Duration.FromHours(1), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") }),
        Histories.Event("m", Histories.Start + Duration.FromDays(1), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = App }),
        Histories.Event("m2", Histories.Start + Duration.FromDays(1), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }),
        Histories.Event("r", Histories.Start + Duration.FromDays(2), new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = App }),
        Histories.Event("wrong", Histories.Start + Duration.FromDays(3), new CandidateHired { Application = App }),
        Histories.Event("x", Histories.Start + Duration.FromDays(4), new FactsRetracted { Events = [EventId.From("wrong")], Reason = ReasonCode.From("mistake") }),
        Histories.Event("e", Histories.Start + Duration.FromDays(9), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") }),
    ];

    private static ActivationLog Log(CrmRules rules) => ActivationLog.Of(
    [
        new Activation { Position = 1, EffectiveFrom = Histories.Start - Duration.FromDays(1), Rules = rules, Modes = FeatureModes.AllObserve },
        new Activation { Position = 2, EffectiveFrom = Histories.Start + Duration.FromDays(1), Rules = rules, Modes = FeatureModes.AllLive },
    ]);
}
