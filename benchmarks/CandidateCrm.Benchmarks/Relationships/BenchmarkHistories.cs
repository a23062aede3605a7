using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>Four hundred candidates over two years, fifty events each: mostly mail, an application or two, interviews, an ending.</summary>
internal static class BenchmarkHistories
{
    internal const int Candidates = 400;
    internal const int Events = 50;

    private static readonly CalendarKey Office = CalendarKey.From("office");
    private static readonly TenantId Tenant = TenantId.From("acme");
    private static readonly Instant Start = Instant.FromUtc(2024, 1, 8, 8, 0);
    private static readonly string[] Stages = ["screening", "interview", "final"];

    private static readonly (TouchKind Kind, Direction Direction)[] Mail =
    [
        (TouchKinds.EmailDelivered, Direction.Outbound), (TouchKinds.EmailDelivered, Direction.Outbound), (TouchKinds.EmailOpened, Direction.Inbound),
        (TouchKinds.EmailOpened, Direction.Inbound), (TouchKinds.EmailClicked, Direction.Inbound), (TouchKinds.PageVisited, Direction.Inbound),
        (TouchKinds.EmailReplied, Direction.Inbound), (TouchKinds.CallHeld, Direction.Outbound),
    ];

    /// <summary>Everything on: lifecycle, pipeline, ten expectations, the default scoring, announcements.</summary>
    internal static ActivationLog Rules { get; } = ActivationLog.Always(Everything());

    /// <summary>The calendar, the pipeline and the expectations of the same rules.</summary>
    internal static ActivationLog CharterAlone { get; } =
        ActivationLog.Always(Everything() with { Lifecycle = null, Scores = [], Announced = [] });

    /// <summary>Makes the histories, one after the other; those of one candidate are in order.</summary>
    internal static TimelineEvent[][] All() => [.. Enumerable.Range(0, Candidates).Select(Of)];

    /// <summary>Folds each history and returns the relationship whose document is of median length.</summary>
    internal static Relationship Typical()
    {
        var engine = new RelationshipEngine();
        var all = All().Select(history => engine.Replay(history[0].Relationship, history, Rules).Next).OrderBy(r => RelationshipJson.Write(r).Length).ToArray();
        return all[all.Length / 2];
    }

    private static TimelineEvent[] Of(int candidate)
    {
#pragma warning disable CA5394 // A sample that is the same on every machine.
        var random = new Random(candidate);
        var key = new RelationshipKey(Tenant, CandidateId.From($"candidate-{candidate:D6}"));
        var at = Start + Duration.FromMinutes(random.Next(60 * 24 * 30));
        var events = new TimelineEvent[Events];
        var application = 0;
        var stage = -1;
        for (var i = 0; i < Events; i++)
        {
            at += Duration.FromMinutes(random.Next(60, 60 * 24 * 28));
            events[i] = new TimelineEvent
            {
                Relationship = key,
                Id = EventId.From($"event-{candidate:D6}-{i:D3}"),
                OccurredAt = at,
                RecordedAt = at,
                Source = SourceCode.From("ats"),
                Entry = i == 0 ? new CandidateFound { Source = SourceCode.From("careers-site") } : Next(random, candidate, ref application, ref stage),
            };
        }
#pragma warning restore CA5394

        return events;
    }

#pragma warning disable CA5394
    private static IFact Next(Random random, int candidate, ref int application, ref int stage)
    {
        var id = JobApplicationId.From($"application-{candidate:D6}-{application}");
        if (random.Next(4) > 0)
        {
            var (kind, direction) = Mail[random.Next(Mail.Length)];
            return new TouchpointRecorded { Kind = kind, Direction = direction, Channel = Channel.From("email"), Application = stage < 0 ? default : id };
        }

        if (stage < 0)
        {
            stage = 0;
            return new ApplicationSubmitted { Application = id, Requisition = RequisitionId.From("requisition-17"), Source = SourceCode.From("careers-site") };
        }

        if (stage < Stages.Length)
        {
            return random.Next(2) == 0
                ? new InterviewHeld { Application = id, Interview = InterviewId.From($"interview-{stage}") }
                : new StageEntered { Application = id, Stage = StageKey.From(Stages[stage++]) };
        }

        stage = -1;
        application++;
        return new ApplicationEnded { Application = id, Disposition = Disposition.Rejected, Reason = ReasonCode.From("other-candidate") };
    }
#pragma warning restore CA5394

    private static CrmRules Everything()
    {
        var rules = new CrmRulesBuilder()
            .In("Europe/Berlin")
            .Lifecycle()
            .Pipeline("standard", "applied", "screening", "interview", "final")
            .Calendar(WorkingCalendar.In("Europe/Berlin").Named(Office).Open(DaysOfWeek.Weekdays, "09:00-12:30", "13:30-18:00").Build())
            .Score(DefaultScoring.Recruiting)
            .Expect(StandardExpectations.AcknowledgeApplication(Office, Limit.BusinessDays(1)))
            .Expect(StandardExpectations.DecideApplication(Office, Limit.BusinessDays(30)))
            .Announce<PhaseChanged>().Announce<BandChanged>().Announce<PromiseBroken>();
        foreach (var days in Enumerable.Range(1, 8))
        {
            rules.Expect(new OnceExpectation
            {
                Key = ExpectationKey.From($"answer-{days}"),
                StartedBy = days switch { 1 => FactPattern.Of<InterviewHeld>(), 2 => FactPattern.Of<StageEntered>(), 3 => FactPattern.Touch(TouchKinds.EmailReplied), _ => FactPattern.Of<ApplicationReopened>() },
                KeptBy = FactPattern.Touch(Direction.Outbound),
                Limit = Limit.BusinessDays(days),
                Calendar = Office,
            });
        }

        return rules.Build();
    }
}
