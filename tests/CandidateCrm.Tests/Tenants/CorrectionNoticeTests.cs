using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Model;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using Microsoft.Extensions.DependencyInjection;

namespace CandidateCrm.Tests.Tenants;

/// <summary>A past that turns out otherwise says so: in a notice, in findings, and by closing tasks that nobody has to do.</summary>
public sealed class CorrectionNoticeTests
{
    // Monday, 2 March 2026, 09:00 in Berlin; four working hours later is 14:00 there.
    private static readonly Instant Submitted = Histories.Start;
    private static readonly Instant AcknowledgeDue = Instant.FromUtc(2026, 3, 2, 13, 0);
    private static readonly Instant AnsweredInTime = Instant.FromUtc(2026, 3, 2, 10, 30);
    private static readonly Instant LateAt = Instant.FromUtc(2026, 3, 2, 15, 0);
    private static readonly EffectKey Opened = new("acknowledge-application", "app-1", 1, "task");
    private static readonly EffectKey Broken = new("acknowledge-application", "app-1", 1, "announce.promise_broken");

    [Fact]
    public async Task What_a_correction_closes_is_closed_also_when_the_past_is_corrected_again_before_that()
    {
        var due = Instant.FromUtc(2026, 3, 2, 13, 0);
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(TestRules.Everything with { Scores = [] }));
        await crm.HappenAsync("first", Histories.Start, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });
        crm.Clock.Now = due;
        await crm.Runner.RunDueWorkAsync();
        await crm.Runner.DrainOutboxAsync();
        crm.Clock.Now = due + Duration.FromHours(1);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("late", due - Duration.FromHours(1), new StageEntered { Application = JobApplicationId.From("app-1"), Stage = StageKey.From("screening") }));
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("later", due - Duration.FromHours(2), new OfferMade { Application = JobApplicationId.From("app-1") }));
        await crm.Runner.DrainOutboxAsync();

        Assert.Equal("effect.unfounded", Assert.Single(crm.Closed).Reason);
    }

    [Fact]
    public async Task A_late_fact_closes_a_task_that_the_corrected_past_does_not_want()
    {
        await using var crm = New();
        await BreakAsync(crm, handOver: true);
        Assert.Equal(Opened, Assert.Single(crm.Tasks).Key);
        await AnswerLateAsync(crm);

        var notice = Assert.IsType<PastCorrected>(Assert.Single(await crm.TimelineAsync(), e => e.Entry is PastCorrected).Entry);
        Assert.Equal([Broken, Opened], notice.Unfounded.OrderBy(k => k.ToString(), StringComparer.Ordinal));
        Assert.Empty(notice.Cancelled);
        Assert.Equal((1, 1), (notice.Retracted, notice.Added));
        Assert.Equal(
            [Broken.ToString(), Opened.ToString()],
            (await crm.TimelineAsync()).Select(e => e.Entry).OfType<FindingNoted>().Where(f => f.Code == FindingCodes.EffectUnfounded).Select(f => f.Subject).Order(StringComparer.Ordinal));
        Assert.Empty((await crm.AnnaAsync()).Tasks?.Open ?? []);

        await crm.Runner.DrainOutboxAsync();
        await crm.Runner.DrainOutboxAsync();
        var closed = Assert.Single(crm.Closed);
        Assert.Equal((Opened, FindingCodes.EffectUnfounded), (closed.Task, closed.Reason));
        Assert.All(await EffectsAsync(crm), e => Assert.Equal(e.Effect.Key == Opened || e.Effect.Key == Broken ? EffectState.Unfounded : EffectState.Done, e.State));
        Assert.Single(crm.Tasks);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_brings_the_late_fact_is_told_what_is_unfounded(bool imports)
    {
        await using var crm = New();
        await BreakAsync(crm, handOver: true);
        crm.Clock.Now = LateAt;
        var codes = imports
            ? (await crm.Acme.ImportAsync(new[] { LateAnswer }.ToAsyncEnumerable())).Findings.SelectMany(f => Enumerable.Repeat(f.Key, (int)f.Value))
            : (await crm.Acme.RecordAsync(LateAnswer)).Findings.Select(f => f.Code);

        Assert.Equal([FindingCodes.EffectUnfounded, FindingCodes.EffectUnfounded], codes);
    }

    [Fact]
    public async Task A_late_fact_that_only_adds_to_the_past_says_so_and_one_that_changes_nothing_else_does_not()
    {
        await using var crm = New();
        await crm.HappenAsync("found", Submitted, new CandidateFound { Source = SourceCode.From("fair") });
        await crm.HappenAsync("seen", LateAt, new CandidateFound { Source = SourceCode.From("fair") });
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("again", LateAt - Duration.FromMinutes(5), new CandidateFound { Source = SourceCode.From("fair") }));
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Entry is PastCorrected);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("s", LateAt - Duration.FromHours(1), new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") }));

        var notice = Assert.IsType<PastCorrected>(Assert.Single(await crm.TimelineAsync(), e => e.Entry is PastCorrected).Entry);
        Assert.Equal(0, notice.Retracted);
        Assert.True(notice.Added > 0);
    }

    [Fact]
    public async Task The_notice_stands_at_the_instant_of_the_correction_and_carries_no_cause()
    {
        await using var crm = New();
        await BreakAsync(crm, handOver: true);
        await AnswerLateAsync(crm);

        Assert.All((await crm.TimelineAsync()).Where(CorrectionNotice.Is), e =>
        {
            Assert.Equal((LateAt, LateAt, EntryClass.Derived), (e.OccurredAt, e.RecordedAt, e.Class));
            Assert.False(e.Cause.IsAssigned);
        });
    }

    [Fact]
    public async Task What_was_not_handed_over_yet_is_cancelled_and_nothing_is_closed()
    {
        await using var crm = New();
        await BreakAsync(crm, handOver: false);
        await AnswerLateAsync(crm);
        await crm.Runner.DrainOutboxAsync();

        var notice = Assert.IsType<PastCorrected>(Assert.Single(await crm.TimelineAsync(), e => e.Entry is PastCorrected).Entry);
        Assert.Equal([Broken, Opened], notice.Cancelled.OrderBy(k => k.ToString(), StringComparer.Ordinal));
        Assert.Empty(notice.Unfounded);
        Assert.DoesNotContain(await crm.TimelineAsync(), e => e.Entry is FindingNoted { Code: FindingCodes.EffectUnfounded });
        Assert.Empty(crm.Closed);
        Assert.Empty(crm.Tasks);
    }

    [Fact]
    public async Task A_late_fact_that_changes_nothing_that_was_said_is_no_correction()
    {
        await using var crm = New();
        await BreakAsync(crm, handOver: true);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("late", Submitted + Duration.FromHours(1), new TouchpointRecorded { Kind = TouchKinds.EmailClicked, Direction = Direction.Inbound, Application = JobApplicationId.From("app-1") }));

        Assert.DoesNotContain(await crm.TimelineAsync(), CorrectionNotice.Is);
    }

    [Fact]
    public async Task The_notices_stay_when_the_past_is_corrected_once_more()
    {
        await using var crm = New();
        await BreakAsync(crm, handOver: true);
        await AnswerLateAsync(crm);
        await crm.Runner.DrainOutboxAsync();
        crm.Clock.Now += Duration.FromHours(1);
        await crm.Acme.RecordAsync(CrmUnderTest.Fact("mistake", crm.Clock.Now, new FactsRetracted { Events = [EventId.From("late")], Reason = ReasonCode.From("mistake") }));
        await crm.Runner.DrainOutboxAsync();

        // The task is wanted again; it was handed over once, and that was it.
        Assert.Equal(2, (await crm.TimelineAsync()).Select(e => e.Entry).OfType<PastCorrected>().Select(p => p.Ordinal).Distinct().Count());
        Assert.Equal(EffectState.Done, (await EffectsAsync(crm)).Single(e => e.Effect.Key == Opened).State);
        Assert.Single(crm.Tasks);
        Assert.Single(crm.Closed);
    }

    [Fact]
    public async Task An_announced_correction_reaches_its_handler_once()
    {
        var heard = new List<(AnnouncedEvent Announced, IDerivedEvent Derived)>();
        await using var crm = New(
            rules => rules.Take(TestRules.Everything with { Scores = [], Announced = TestRules.Everything.Announced.Add(EntryTypes.NameOf(typeof(PastCorrected))) }),
            heard);
        await BreakAsync(crm, handOver: true);
        await AnswerLateAsync(crm);
        Assert.Empty(heard);
        await crm.Runner.DrainOutboxAsync();
        await crm.Runner.DrainOutboxAsync();

        var (announced, derived) = Assert.Single(heard);
        Assert.Equal((Histories.Anna, LateAt, "announce.past_corrected"), (announced.Relationship, announced.At, announced.Key.Part));
        Assert.Equal(Assert.Single(await crm.TimelineAsync(), e => e.Entry is PastCorrected).Entry, derived);
    }

    [Fact]
    public async Task A_charter_that_observes_closes_nothing()
    {
        await using var crm = New();
        await BreakAsync(crm, handOver: true);
        crm.Clock.Now = LateAt - Duration.FromHours(1);
        await crm.Acme.Rules.SetModeAsync(new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Observe }, new PublishTerms { By = Actor.Crm, Expected = 1 });
        await AnswerLateAsync(crm);
        await crm.Runner.DrainOutboxAsync();

        Assert.Contains(await crm.TimelineAsync(), e => e.Entry is PastCorrected);
        Assert.Empty(crm.Closed);
        Assert.Equal(EffectState.Withheld, Assert.Single(await EffectsAsync(crm), e => e.Effect.Intent is CloseTask).State);
    }

    private static CrmUnderTest New(Action<CrmRulesBuilder>? rules = null, List<(AnnouncedEvent, IDerivedEvent)>? heard = null)
    {
        var crm = new CrmUnderTest(rules: rules ?? (all => all.Take(TestRules.Everything with { Scores = [] })), more: more =>
        {
            more.Services.AddSingleton(new HeardEvents((announced, derived) => heard?.Add((announced, derived))));
            more.AddEventHandler<PastCorrected, HeardEvents>();
        });
        crm.Clock.Now = Submitted;
        return crm;
    }

    /// <summary>The application is not acknowledged by 14:00.</summary>
    private static async Task BreakAsync(CrmUnderTest crm, bool handOver)
    {
        await crm.HappenAsync("s", Submitted, new ApplicationSubmitted { Application = JobApplicationId.From("app-1"), Requisition = RequisitionId.From("req-1") });
        await crm.Runner.DrainOutboxAsync();
        crm.Clock.Now = AcknowledgeDue;
        await crm.Runner.RunDueWorkAsync();
        if (handOver)
        {
            await crm.Runner.DrainOutboxAsync();
        }
    }

    /// <summary>At 16:00 it is told that the candidate was written to at 11:30.</summary>
    private static async Task AnswerLateAsync(CrmUnderTest crm)
    {
        crm.Clock.Now = LateAt;
        Assert.Equal(RecordStatus.Recorded, (await crm.Acme.RecordAsync(LateAnswer)).Status);
    }

    private static HostFact LateAnswer => CrmUnderTest.Fact(
        "late", AnsweredInTime, new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = JobApplicationId.From("app-1") });

    private static async Task<IReadOnlyList<EffectRecord>> EffectsAsync(CrmUnderTest crm) => await crm.Store.ReadEffectsAsync(EffectQuery.Of(Histories.Anna), default);
}
