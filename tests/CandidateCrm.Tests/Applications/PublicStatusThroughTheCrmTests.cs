using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

public sealed class PublicStatusThroughTheCrmTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly JobApplicationId First = JobApplicationId.From("app-1");
    private static readonly JobApplicationId Second = JobApplicationId.From("app-2");

    private static readonly Actor Ada = Actor.Of(PersonId.From("ada"));

    private static readonly CrmRules Rules = TestRules.Everything with
    {
        PublicStatus = PublicStatusDefinition.Default,
        Pipelines =
        [
            new PipelineDefinition
            {
                Key = PipelineKey.From("standard"),
                Stages =
                [
                    new Stage { Key = StageKey.From("zq-inbox"), Name = "Zq inbox", Category = StageCategory.Applied },
                    new Stage { Key = StageKey.From("zq-screen"), Name = "Zq perhaps", Category = StageCategory.Screen },
                    new Stage { Key = StageKey.From("zq-talks"), Name = "Zq talks", Category = StageCategory.Interview },
                ],
            },
        ],
    };

    [Fact]
    public async Task What_a_candidate_reads_follows_the_moves_and_waits_for_the_message_and_names_no_stage()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(Rules));
        await crm.HappenAsync("s", Day(0), Submitted(First, "req-1"));
        await crm.HappenAsync("m", Day(1), Entered("zq-talks"));
        await crm.HappenAsync("back", Day(2), Entered("zq-screen"));
        await crm.HappenAsync("r", Day(3), Rejected(First), by: Ada);
        await crm.HappenAsync("mail", Day(5), Mail(First));

        string[] steps = [.. await Task.WhenAll(Enumerable.Range(0, 6).Select(async day => (await ReadAsync(crm, First, Day(day)))!.Step.Value))];
        Assert.Equal(["received", "interviews", "interviews", "interviews", "interviews", "not-selected"], steps);
        var changes = await crm.Acme.ReadTimelineAsync(Anna).Where(one => one.Entry is PublicStatusChanged).ToListAsync();
        Assert.Equal(["received", "interviews", "not-selected"], changes.Select(one => ((PublicStatusChanged)one.Entry).To.Value));
        Assert.All(changes.Select(one => TimelineJson.Write(one)), text => Assert.DoesNotContain("zq", text, StringComparison.OrdinalIgnoreCase));
        var all = await crm.Acme.PublicStatus.ListAsync(Anna, "de");
        Assert.DoesNotContain("zq", Assert.Single(all).ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("Wir haben uns anders entschieden", all[0].Title);
    }

    [Theory]
    [InlineData(null, 3, "received")] // nobody has written, and fourteen days are not over
    [InlineData(null, 15, "not-selected")]
    [InlineData(2, 3, "not-selected")]
    public void An_application_from_before_the_rules_showed_anything_stands_where_it_would_stand(int? toldOn, int askedOn, string step)
    {
        var state = new ApplicationState
        {
            Application = First, StageSince = Day(1), RefusedAt = toldOn is { } day ? Day(day) : null, Ending = new ApplicationEnding { Disposition = Disposition.Rejected, At = Day(1), News = toldOn is null ? EndingNews.Untold : EndingNews.Told },
        };
        var relationship = Relationship.Empty(Histories.Anna) with { Applications = new ApplicationsSlice { All = [state] } };
        var status = PublicStatusView.Of(relationship, First, Rules, new PublicStatusTerms { At = Day(askedOn) })!;

        Assert.Equal((step, null), (status.Step.Value, status.Since));
    }

    [Fact]
    public async Task A_place_in_the_queue_is_shown_only_while_it_is_true_and_tells_nothing_of_others()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(Rules));
        await crm.HappenAsync("s", Day(1), Submitted(First, "req-1"));

        Assert.Equal(new QueuePlace { Place = 2, Of = 5 }, await QueueAsync(crm, 2, 5, Day(1)));
        Assert.Null(await QueueAsync(crm, 2, 4, Day(1)));
        Assert.Null(await QueueAsync(crm, 6, 5, Day(1)));
        Assert.Null(await QueueAsync(crm, 2, 5, Day(1) - Duration.Epsilon));
        await crm.HappenAsync("m", Day(1), Entered("zq-screen"));
        Assert.Null(await QueueAsync(crm, 2, 5, Day(1)));
    }

    [Fact]
    public async Task One_message_about_a_refusal_covers_all_and_nobody_is_refused_twice_however_long_one_waits()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(Rules));
        await crm.HappenAsync("s1", Day(0), Submitted(First, "req-1"));
        await crm.HappenAsync("s2", Day(0), Submitted(Second, "req-2"));
        await crm.HappenAsync("r1", Day(1), Rejected(First), by: Ada);
        Assert.Equal(RefusalCodes.ApplicationLive, await CodeAsync(crm, First, Day(1)));
        await crm.HappenAsync("r2", Day(2), Rejected(Second), by: Ada);
        Assert.Equal([First, Second], (await crm.Acme.PublicStatus.MayRefuseAsync(Anna, Second, Day(2))).Covers.AsEnumerable());
        await crm.HappenAsync("mail", Day(3), Mail(Second));

        foreach (var day in new[] { 3, 30 })
        {
            Assert.Equal(RefusalCodes.ToldAlready, await CodeAsync(crm, First, Day(day)));
            Assert.Equal(RefusalCodes.ToldAlready, await CodeAsync(crm, Second, Day(day)));
        }
    }

    [Fact]
    public async Task Who_goes_on_after_a_refusal_and_is_refused_again_is_told_when_the_window_is_over()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(Rules));
        await crm.HappenAsync("s", Day(0), Submitted(First, "req-1"));
        await crm.HappenAsync("r", Day(1), Rejected(First), by: Ada);
        await crm.HappenAsync("mail", Day(2), Mail(First));
        await crm.HappenAsync("back", Day(3), new ApplicationReopened { Application = First });
        await crm.HappenAsync("again", Day(4), Rejected(First), by: Ada);

        Assert.Equal(RefusalCodes.ToldRecently, await CodeAsync(crm, First, Day(5)));
        Assert.Equal(RefusalCodes.Due, await CodeAsync(crm, First, Day(16)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_step_that_the_rules_have_no_more_is_shown_by_no_message(bool isShownAtAll)
    {
        var shorter = PublicStatusDefinition.Default with
        {
            Version = 2,
            Steps = PublicStatusDefinition.Default.Steps.RemoveAll(step => step.Key.Value == "not-selected"),
            Endings = PublicStatusDefinition.Default.Endings.RemoveAll(ending => ending.Step.Value == "not-selected"),
        };
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = Rules },
            new Activation { Position = 2, EffectiveFrom = Day(2), Rules = Rules with { PublicStatus = isShownAtAll ? shorter : null } },
        ]);
        TimelineEvent[] told =
        [
            Histories.Event("s", Day(0), Submitted(First, "req-1")), Histories.Event("r", Day(1), Rejected(First)) with { Actor = Ada }, Histories.Event("mail", Day(3), Mail(First)),
        ];

        var decision = new RelationshipEngine().Replay(Histories.Anna, told, log, Day(30));
        Assert.NotNull(new RelationshipEngine().Replay(Histories.Anna, told[..2], log, Day(1)).Next.Applications!.Find(First)!.Public!.Waiting);
        Assert.Equal(("received", null), (decision.Next.Applications!.Find(First)!.Public!.Step.Value, decision.Next.Applications.Find(First)!.Public!.Waiting));
        Assert.DoesNotContain(decision.Derived, one => one.Entry is PublicStatusChanged { To.Value: "not-selected" });
    }

    [Fact]
    public async Task Who_never_applied_sees_nothing_and_is_not_refused()
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(Rules));
        await crm.HappenAsync("p", Day(0), new ProspectAdded { Application = First, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("r", Day(1), Rejected(First), by: Ada);

        Assert.Null(await ReadAsync(crm, First, Day(2)));
        Assert.Equal(RefusalCodes.NotOurs, await CodeAsync(crm, First, Day(2)));
    }

    private static Instant Day(int day) => Histories.Start + Duration.FromDays(day);

    private static ApplicationSubmitted Submitted(JobApplicationId application, string requisition) => new() { Application = application, Requisition = RequisitionId.From(requisition) };

    private static StageEntered Entered(string stage) => new() { Application = First, Stage = StageKey.From(stage) };

    private static ApplicationEnded Rejected(JobApplicationId application) => new() { Application = application, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") };

    private static TouchpointRecorded Mail(JobApplicationId application) => new() { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = application };

    private static async Task<PublicStatus?> ReadAsync(CrmUnderTest crm, JobApplicationId application, Instant at) =>
        await crm.Acme.PublicStatus.FindAsync(Anna, application, new PublicStatusTerms { At = at });

    private static async Task<QueuePlace?> QueueAsync(CrmUnderTest crm, int place, int of, Instant countedAt) =>
        (await crm.Acme.PublicStatus.FindAsync(Anna, First, new PublicStatusTerms { At = Day(1) + Duration.FromHours(24), Queue = new QueueStanding { Place = place, Of = of, CountedAt = countedAt } }))!.Queue;

    private static async Task<string> CodeAsync(CrmUnderTest crm, JobApplicationId application, Instant at) => (await crm.Acme.PublicStatus.MayRefuseAsync(Anna, application, at)).Code;
}
