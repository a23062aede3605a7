using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Engagement;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Jobs;

/// <summary>Many candidates, rules that change for them, and the jobs that follow.</summary>
internal static class People
{
    internal static Actor Ops { get; } = Actor.Of(PersonId.From("ops-1"));

    /// <summary>Rules in which a reply counts for much more: everybody who replied is hot at once.</summary>
    internal static CrmRules Rescored { get; } = TestRules.Everything with
    {
        Scores =
        [
            ScoringModel.Named("engagement").Version(2)
                .Signal(TouchKinds.EmailReplied, 40, Duration.FromDays(20))
                .Signal(TouchKinds.ApplicationSubmitted, 1, Duration.FromDays(5))
                .Band("cold").Band("warm", enter: 6, exit: 4).Band("hot", enter: 14, exit: 10)
                .Build(),
        ],
    };

    internal static string Name(int number) => $"c-{number:D3}";

    internal static JobApplicationId Application(int number) => JobApplicationId.From($"app-{number}");

    /// <summary>Has candidates apply; every second one replies to a message an hour later. The clock stands two hours after that start.</summary>
    internal static async Task ApplyAsync(CrmUnderTest crm, int count, BatchId repliesIn = default)
    {
        crm.Clock.Now = Histories.Start;
        for (var i = 0; i < count; i++)
        {
            await TellAsync(crm, i, "applied", new ApplicationSubmitted { Application = Application(i), Requisition = RequisitionId.From("req-1") });
        }

        crm.Clock.Now = Histories.Start + Duration.FromHours(1);
        for (var i = 0; i < count; i += 2)
        {
            await TellAsync(crm, i, "replied", new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound }, repliesIn);
        }

        crm.Clock.Now = Histories.Start + Duration.FromHours(2);
    }

    internal static async Task TellAsync(CrmUnderTest crm, int number, string what, IFact fact, BatchId batch = default)
    {
        var recorded = await crm.Acme.RecordAsync(CrmUnderTest.Fact($"{Name(number)}:{what}", crm.Clock.Now, fact, Name(number)) with { Batch = batch });
        Assert.Equal(RecordStatus.Recorded, recorded.Status);
    }

    internal static async Task<JobId> PublishAsync(CrmUnderTest crm, CrmRules rules, Instant? from = null)
    {
        var terms = new PublishTerms { By = Ops, Why = "because", Expected = (await crm.Acme.Rules.ReadAsync()).Position, EffectiveFrom = from };
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(rules), terms);
        Assert.Equal(PublishStatus.Published, outcome.Status);
        return JobId.From($"rules-carry:{outcome.Position}");
    }

    /// <summary>Does all that is due, second after second, until no job is left that goes on.</summary>
    internal static async Task<JobReport> FinishAsync(CrmUnderTest crm)
    {
        var report = Nothing;
        for (var second = 0; second < 1_000; second++)
        {
            report = Together(report, await crm.Runner.RunJobsAsync());
            if ((await crm.Acme.Jobs.ListAsync(max: 1_000)).All(job => job.IsOver || job.State == JobState.Paused))
            {
                return report;
            }

            crm.Clock.Now += Duration.FromSeconds(1);
        }

        throw new InvalidOperationException("The jobs never end.");
    }

    internal static JobReport Nothing { get; } = new() { Pages = 0, Relationships = 0, Changed = 0, Failed = 0, PagesFailed = 0, Finished = 0, LeftToOthers = 0 };

    internal static JobReport Together(JobReport a, JobReport b) => new()
    {
        Pages = a.Pages + b.Pages,
        Relationships = a.Relationships + b.Relationships,
        Changed = a.Changed + b.Changed,
        Failed = a.Failed + b.Failed,
        PagesFailed = a.PagesFailed + b.PagesFailed,
        Finished = a.Finished + b.Finished,
        LeftToOthers = a.LeftToOthers + b.LeftToOthers,
    };

    internal static async Task<Job> JobAsync(CrmUnderTest crm, JobId id) => Assert.IsType<Job>(await crm.Acme.Jobs.FindAsync(id));

    internal static async Task<Relationship> StoredAsync(CrmUnderTest crm, int number) =>
        (await crm.Store.LoadAsync(RelationshipKeys.Of(new RelationshipKey(crm.Acme.Tenant, CandidateId.From(Name(number)))), default))[0];

    internal static Task<TimelineEvent[]> TimelineAsync(CrmUnderTest crm, int number) => crm.TimelineAsync(CandidateId.From(Name(number)));

    /// <summary>Writes out all that is stored of candidates: states, timelines with what was retracted, effects.</summary>
    internal static async Task<string> TextAsync(CrmUnderTest crm, int count, bool withRevisions = true)
    {
        var text = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var state = await StoredAsync(crm, i);
            text.Add(StateText.Of((object)(withRevisions ? state : state with { Revision = 0 })));
            await foreach (var one in crm.Acme.ReadTimelineAsync(CandidateId.From(Name(i)), withRetracted: true))
            {
                text.Add($"{one.Id} {one.OccurredAt} {one.Retracted} {one.Entry}");
            }

            text.AddRange((await crm.Store.ReadEffectsAsync(EffectQuery.Of(state.Key), default)).Select(e => $"{e.Effect.Key} {e.State} {e.Effect.IntendedAt}"));
        }

        return string.Join(Environment.NewLine, text);
    }
}
