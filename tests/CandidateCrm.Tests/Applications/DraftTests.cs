using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>What was begun and not submitted, and who was put forward and has not applied: no process, no promise, and an end of its own.</summary>
public sealed class DraftTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly RequisitionId Job = RequisitionId.From("req-1");

    private static ApplicationDrafted Drafted { get; } = new() { Application = App, Requisition = Job };

    [Fact]
    public async Task A_draft_is_in_no_process_and_opens_no_promise()
    {
        await using var crm = new CrmUnderTest();
        var told = await crm.HappenAsync("d", Day(0), Drafted);

        Assert.Equal((ApplicationStatus.Draft, false, Phase.Discover), (State(told).Status, State(told).IsLive, told.Relationship!.Lifecycle!.Phase));
        Assert.Empty(told.Promises);
        Assert.Empty(told.Findings);
        Assert.Empty((await crm.Index.QueryAsync(new IndexQuery { Tenant = crm.Acme.Tenant, Index = IndexNames.Applications }, default)));
    }

    [Fact]
    public async Task A_silent_draft_is_abandoned_by_the_alarm_and_announced_once()
    {
        await using var crm = new CrmUnderTest(crm => crm.AddEventHandler<DraftAbandoned, Nudge>(), rules => rules.Take(TestRules.Everything).Announce<DraftAbandoned>());
        await crm.HappenAsync("d", Day(0), Drafted);
        await crm.HappenAsync("again", Day(2), Drafted);
        await WorkAsync(crm, Day(5) - Duration.FromSeconds(1));
        Assert.Equal(ApplicationStatus.Draft, (await crm.AnnaAsync()).Applications!.Find(App)!.Status);
        await WorkAsync(crm, Day(9));

        Assert.Equal(ApplicationStatus.Abandoned, (await crm.AnnaAsync()).Applications!.Find(App)!.Status);
        var derived = Assert.Single(await crm.TimelineAsync(), e => e.Entry is DraftAbandoned);
        Assert.Equal((Day(5), new DraftAbandoned { Application = App, SilentSince = Day(2), Ordinal = 1 }), (derived.OccurredAt, (DraftAbandoned)derived.Entry));
        var effect = Assert.Single(await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default), e => e.Effect.Key.Part == "announce.draft_abandoned");
        Assert.Equal("announce.draft_abandoned:applications#1:app-1", effect.Effect.Key.ToString());
    }

    [Fact]
    public async Task What_the_candidate_writes_about_a_draft_breaks_its_silence()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("d", Day(0), Drafted);
        await crm.HappenAsync("m", Day(2), new TouchpointRecorded { Kind = TouchKinds.EmailReplied, Direction = Direction.Inbound, Application = App });
        var told = await crm.HappenAsync("o", Day(3), new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = App, Automated = true });

        Assert.Equal((Day(2), Day(5)), (State(told).StageSince, State(told).AbandonsAt));
        Assert.Equal("answer-message", Assert.Single(told.Promises).Key.Expectation.Value);
    }

    [Fact]
    public async Task An_abandoned_draft_that_is_submitted_is_live()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("d", Day(0), Drafted);
        await crm.HappenAsync("a", Day(1), new ApplicationAbandoned { Application = App });
        var told = await crm.HappenAsync("s", Day(20), new ApplicationSubmitted { Application = App });

        Assert.Equal((true, "req-1", "applied", Day(20), null), (State(told).IsLive, State(told).Requisition.Value, State(told).Stage.Value, State(told).SubmittedAt!.Value, State(told).AbandonsAt));
        Assert.Equal(Phase.Hire, told.Relationship!.Lifecycle!.Phase);
        Assert.Equal(2, told.Promises.Length);
        Assert.Empty(told.Findings);
    }

    [Fact]
    public async Task A_draft_that_goes_on_may_be_abandoned_again_under_the_next_number()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("d", Day(0), Drafted);
        await crm.HappenAsync("a", Day(1), new ApplicationAbandoned { Application = App });
        await crm.HappenAsync("d2", Day(2), Drafted);
        await crm.HappenAsync("a2", Day(3), new ApplicationAbandoned { Application = App });

        Assert.Equal([1, 2], (await crm.TimelineAsync()).Select(e => e.Entry).OfType<DraftAbandoned>().Select(derived => derived.Ordinal));
    }

    [Fact]
    public async Task Only_a_draft_is_abandoned()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", Day(0), new ApplicationSubmitted { Application = App, Requisition = Job });
        var told = await crm.HappenAsync("a", Day(1), new ApplicationAbandoned { Application = App });
        var begun = await crm.HappenAsync("d", Day(2), Drafted);

        Assert.Equal((FindingCodes.ApplicationNotDraft, true), (Assert.Single(told.Findings).Code, State(told).IsLive));
        Assert.Equal((FindingCodes.ApplicationKnown, true), (Assert.Single(begun.Findings).Code, State(begun).IsLive));
    }

    [Fact]
    public async Task A_move_of_a_draft_is_reported_and_the_state_follows()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("d", Day(0), Drafted);
        var told = await crm.HappenAsync("m", Day(1), new StageEntered { Application = App, Stage = StageKey.From("interview") });

        Assert.Equal((FindingCodes.ApplicationNotSubmitted, true, "interview"), (Assert.Single(told.Findings).Code, State(told).IsLive, State(told).Stage.Value));
    }

    [Fact]
    public async Task A_prospect_moves_without_a_process_until_it_is_converted()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("p", Day(0), new ProspectAdded { Application = App, Requisition = Job, Source = SourceCode.From("sourcing") });
        var moved = await crm.HappenAsync("m", Day(1), new StageEntered { Application = App, Stage = StageKey.From("screening") });
        Assert.Equal((ApplicationStatus.Prospect, "screening", Phase.Discover), (State(moved).Status, State(moved).Stage.Value, moved.Relationship!.Lifecycle!.Phase));
        Assert.Empty(moved.Promises);
        var converted = await crm.HappenAsync("c", Day(2), new ProspectConverted { Application = App, Requisition = Job });

        Assert.Equal((true, "screening", "sourcing", Day(2)), (State(converted).IsLive, State(converted).Stage.Value, State(converted).Source.Value, State(converted).SubmittedAt!.Value));
        Assert.Equal("decide-application", Assert.Single(converted.Promises).Key.Expectation.Value);
        Assert.Equal(FindingCodes.ApplicationNotProspect, Assert.Single((await crm.HappenAsync("c2", Day(3), new ProspectConverted { Application = App, Requisition = Job })).Findings).Code);
    }

    [Fact]
    public async Task A_rejected_prospect_who_goes_on_is_a_prospect_again()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("p", Day(0), new ProspectAdded { Application = App });
        await crm.HappenAsync("e", Day(1), new ApplicationEnded { Application = App, Disposition = Disposition.PositionClosed });
        var back = await crm.HappenAsync("o", Day(2), new ApplicationReopened { Application = App });

        Assert.Equal((ApplicationStatus.Prospect, Phase.Discover), (State(back).Status, back.Relationship!.Lifecycle!.Phase));
    }

    [Fact]
    public async Task A_speculative_application_needs_no_opening()
    {
        await using var crm = new CrmUnderTest();
        var told = await crm.HappenAsync("s", Day(0), new ApplicationSubmitted { Application = App });

        Assert.Equal((true, false), (State(told).IsLive, State(told).Requisition.IsAssigned));
        Assert.Empty(told.Findings);
    }

    private sealed class Nudge : ICrmEventHandler<DraftAbandoned>
    {
        public ValueTask HandleAsync(AnnouncedEvent announced, DraftAbandoned derived, CancellationToken cancellationToken) => default;
    }

    private static ApplicationState State(Recorded told) => told.Relationship!.Applications!.Find(App)!;

    private static Instant Day(int day) => Histories.Start + Duration.FromDays(day);

    private static async Task WorkAsync(CrmUnderTest crm, Instant now)
    {
        crm.Clock.Now = now;
        await crm.Runner.RunDueWorkAsync();
    }
}
