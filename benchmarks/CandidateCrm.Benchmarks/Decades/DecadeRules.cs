#pragma warning disable IDE0005 // The tests compile this file too, and use NodaTime everywhere.
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;
#pragma warning restore IDE0005

namespace CandidateCrm.Benchmarks.Decades;

/// <summary>
/// The rules of ten years: six promises to candidates and the default scoring; after three years a promise gets another limit, after five the
/// scoring another version and a second score beside it, after eight that score goes and the pipeline has one stage more.
/// </summary>
internal static class DecadeRules
{
    private static readonly CalendarKey Office = CalendarKey.From("office");

    /// <summary>Gets the rules and from when on each of them is in force.</summary>
    internal static IReadOnlyList<(Instant From, CrmRules Rules)> Versions { get; } = All();

    /// <summary>Gets the same as a log.</summary>
    internal static ActivationLog Log { get; } = ActivationLog.Of(Versions.Select((version, i) => new Activation { Position = i + 1, EffectiveFrom = version.From, Rules = version.Rules }));

    private static (Instant From, CrmRules Rules)[] All()
    {
        var first = First();
        var longer = first with { Expectations = [(OnceExpectation)first.Expectations[0] with { Version = 2, Limit = Limit.BusinessDays(2) }, .. first.Expectations.Skip(1)] };
        var scored = longer with { Scores = [first.Scores[0] with { Version = 2, Floor = null }, Warmth()] };
        var last = scored with
        {
            Scores = [scored.Scores[0]],
            Pipelines = [Pipeline("applied", "screening", "interview", "assessment", "final") with { Version = 2 }],
        };
        return [(CandidateDecade.Start, first), (After(3), longer), (After(5), scored), (After(8), last)];
    }

    private static Instant After(int years) => CandidateDecade.Start + Duration.FromDays((365 * years) + 11);

    private static PipelineDefinition Pipeline(params string[] stages) =>
        new CrmRulesBuilder().In("Europe/Berlin").Pipeline("standard", stages).Build().Pipelines[0];

    private static CrmRules First() => new CrmRulesBuilder()
        .In("Europe/Berlin")
        .Lifecycle()
        .Pipeline("standard", "applied", "screening", "interview", "final")
        .Calendar(WorkingCalendar.In("Europe/Berlin").Named(Office).Open(DaysOfWeek.Weekdays, "09:00-12:30", "13:30-18:00").Build())
        .Expect(StandardExpectations.AcknowledgeApplication(Office, Limit.BusinessDays(1)))
        .Expect(StandardExpectations.DecideApplication(Office, Limit.BusinessDays(30)))
        .Expect(Promise("answer-message", FactPattern.Touch(TouchKinds.EmailReplied), FactPattern.Touch(Direction.Outbound), days: 2))
        .Expect(Promise("feedback-after-interview", FactPattern.Of<InterviewHeld>(), FactPattern.Touch(Direction.Outbound).Or<StageEntered>().Or<ApplicationEnded>(), days: 5))
        .Expect(Promise("next-step", FactPattern.Of<StageEntered>(), FactPattern.Of<InterviewHeld>().Or<ApplicationEnded>().Or<OfferMade>(), days: 15))
        .Expect(Promise("thank-for-referral", FactPattern.Touch(TouchKinds.ReferralMade), FactPattern.Touch(Direction.Outbound), days: 3))
        .Score(DefaultScoring.Recruiting)
        .Announce<PhaseChanged>().Announce<BandChanged>().Announce<PromiseBroken>()
        .Build();

    private static OnceExpectation Promise(string key, FactPattern startedBy, FactPattern keptBy, int days) => new()
    {
        Key = ExpectationKey.From(key),
        StartedBy = startedBy,
        KeptBy = keptBy,
        Limit = Limit.BusinessDays(days),
        Calendar = Office,
    };

    private static ScoringModel Warmth() => ScoringModel.Named("warmth")
        .Signal(TouchKinds.EmailReplied, 5, Duration.FromDays(20))
        .Signal(TouchKinds.CallHeld, 8, Duration.FromDays(40))
        .Signal(TouchKinds.PageVisited, 1, Duration.FromDays(7))
        .Band("cool").Band("warm", enter: 6, exit: 4)
        .Build();
}
