using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Engagement;

/// <summary>An application in Berlin: acknowledged within four open hours, decided within three business days, or so it was promised.</summary>
public sealed class ExperienceThroughTheCrmTests
{
    private static readonly CandidateId Anna = Histories.Anna.Candidate;
    private static readonly JobApplicationId First = JobApplicationId.From("app-1");
    private static readonly JobApplicationId Second = JobApplicationId.From("app-2");

    [Fact]
    public async Task Promises_silence_answers_and_outcomes_are_moments_with_their_terms()
    {
        await using var crm = await ToldAsync();

        var experience = (await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-20T00:00:00Z")))!;

        Assert.Equal(
            [
                ("promise.kept", "acknowledge-application", 20m, "2026-03-02T09:00:00Z"),
                ("deadline.silent", "decide-application", -60m, "2026-03-05T17:00:00Z"),
                ("survey.answered", "survey.answered", -50m, "2026-03-06T09:00:00Z"),
                ("outcome.rejected", "(unassigned)", -30m, "2026-03-10T09:00:00Z"),
            ],
            experience.Moments.Select(moment => (moment.Kind.Value, moment.About.ToString(), moment.Valence, InstantPattern.ExtendedIso.Format(moment.At))));
        Assert.Equal(
            [
                "experience -45 of 4 moments", "-30 peak: 0.5 times -60, deadline.silent (decide-application) at 2026-03-05T17:00:00Z", "-15 end: 0.5 times -30, outcome.rejected at 2026-03-10T09:00:00Z",
                "0 mean: 0 times -30",
            ],
            experience.Relationship.ToText().AsEnumerable());
        Assert.Equal([(First, -45m)], experience.Applications.Select(each => (each.Application, each.Summary.Score!.Value)));
    }

    [Fact]
    public async Task It_is_answered_as_of_any_instant_and_for_each_application()
    {
        await using var crm = await ToldAsync();
        await crm.HappenAsync("s2", At("2026-03-16T08:00:00Z"), new ApplicationSubmitted { Application = Second, Requisition = RequisitionId.From("req-2") });
        await crm.HappenAsync("m2", At("2026-03-16T08:30:00Z"), Mail(Second, automated: true));

        Assert.Null(await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-02T07:59:59Z")));
        Assert.Null(await crm.Acme.Experience.SummarizeAsync(CandidateId.From("nobody")));
        Assert.Null((await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-02T08:00:00Z")))!.Relationship.Score);
        Assert.Equal(20m, (await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-05T16:59:59Z")))!.Relationship.Score);
        Assert.Equal(-60m, (await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-05T17:00:00Z")))!.Relationship.Score);
        var later = (await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-16T09:00:00Z")))!;
        Assert.Equal((-20m, -45m, 20m), (later.Relationship.Score, later.Applications[0].Summary.Score, later.Applications[1].Summary.Score));
    }

    [Fact]
    public async Task A_deadline_that_was_missed_while_somebody_was_in_touch_is_broken_and_not_silent()
    {
        await using var crm = Crm();
        await SubmitAsync(crm);
        await crm.HappenAsync("m", At("2026-03-03T09:00:00Z"), Mail(First, automated: false) with { Kind = TouchKinds.CallHeld, Direction = Direction.None });

        var kinds = (await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-20T00:00:00Z")))!.Moments.Select(moment => moment.Kind);

        Assert.Equal([MomentKinds.SilentDeadline, MomentKinds.PromiseBroken], kinds); // not acknowledged by two o'clock, and called the day after
    }

    [Fact]
    public async Task The_hosts_model_says_what_counts_and_a_rule_about_one_expectation_wins()
    {
        await using var crm = await ToldAsync();
        var model = new ExperienceModel
        {
            PeakWeight = 0,
            EndWeight = 0,
            MeanWeight = 1,
            Moments =
            [
                new MomentRule { Kind = MomentKinds.SilentDeadline, Valence = -60 }, new MomentRule { Kind = MomentKinds.SilentDeadline, About = FactCode.From("decide-application"), Valence = null },
                new MomentRule { Kind = MomentKinds.PromiseKept, Valence = 1 }, new MomentRule { Kind = MomentKinds.PromiseKept, About = FactCode.From("acknowledge-application"), Valence = 10 },
            ],
        };

        var experience = (await crm.Acme.Experience.SummarizeAsync(Anna, model: model))!;

        Assert.Equal((10m, 1), (experience.Relationship.Score, experience.Relationship.Count));
    }

    [Fact]
    public async Task What_was_taken_back_is_no_moment_and_what_is_told_twice_is_one()
    {
        await using var crm = await ToldAsync();
        await crm.HappenAsync("r2", At("2026-03-10T10:00:00Z"), new ApplicationEnded { Application = First, Disposition = Disposition.Rejected });
        Assert.Equal(4, (await crm.Acme.Experience.SummarizeAsync(Anna))!.Relationship.Count);

        await crm.HappenAsync("t", At("2026-03-11T09:00:00Z"), new FactsRetracted { Events = [EventId.From("q")], Reason = ReasonCode.From("wrong-person") });
        Assert.DoesNotContain(MomentKinds.SurveyAnswered, (await crm.Acme.Experience.SummarizeAsync(Anna))!.Moments.Select(moment => moment.Kind));
    }

    [Fact]
    public async Task Offers_and_a_hire_are_outcomes()
    {
        await using var crm = Crm();
        await SubmitAsync(crm);
        await crm.HappenAsync("o", At("2026-03-02T10:00:00Z"), new OfferMade { Application = First });
        await crm.HappenAsync("w", At("2026-03-02T11:00:00Z"), new OfferWithdrawn { Application = First, Reason = ReasonCode.From("budget") });
        await crm.HappenAsync("h", At("2026-03-02T12:00:00Z"), new CandidateHired { Application = First });

        var moments = (await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-02T12:00:00Z")))!.Moments;

        Assert.Equal(
            [("outcome.offer_made", "(unassigned)", 60m), ("outcome.offer_withdrawn", "budget", -80m), ("outcome.hired", "(unassigned)", 80m)],
            moments.Where(moment => moment.Kind.Value.StartsWith("outcome.", StringComparison.Ordinal)).Select(moment => (moment.Kind.Value, moment.About.ToString(), moment.Valence)));
    }

    [Fact]
    public async Task The_model_that_the_tenant_published_is_the_one_in_force_at_the_instant()
    {
        await using var crm = await ToldAsync();
        var rules = (await crm.Acme.Rules.ReadAsync()).InForce.Rules;
        var kinder = ExperienceModel.Default with { Version = 2, PeakWeight = 0, EndWeight = 1 };
        var outcome = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(rules with { Experience = kinder }), new PublishTerms { By = Actor.Of(PersonId.From("ops-1")), Expected = 1 });

        Assert.Equal(PublishStatus.Published, outcome.Status);
        var now = (await crm.Acme.Experience.SummarizeAsync(Anna))!;
        var before = (await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-09T00:00:00Z")))!;
        Assert.Equal(("default", 2, -30m), (now.Model.Value, now.Version, now.Relationship.Score));
        Assert.Equal((1, -55m), (before.Version, before.Relationship.Score));
        Assert.Equal(-45m, (await crm.Acme.Experience.SummarizeAsync(Anna, model: ExperienceModel.Default))!.Relationship.Score);
        Assert.Empty(await crm.Acme.Jobs.ListAsync());
    }

    [Fact]
    public async Task A_model_with_faults_is_refused_with_all_of_them_and_one_without_rules_where_nothing_is_told()
    {
        await using var crm = await ToldAsync();
        var faulty = new ExperienceModel { PeakWeight = 0, EndWeight = 0, Moments = [new MomentRule { Kind = MomentKind.From("promise.kep"), Valence = 1 }] };
        var bare = new ExperienceModel();
        ExperienceMoment sorry = new() { Id = EventId.From("a-call"), At = At("2026-03-10T08:00:00Z"), Valence = 50 };

        var error = await Assert.ThrowsAsync<InvalidExperienceModelException>(async () => await crm.Acme.Experience.SummarizeAsync(Anna, model: faulty));
        Assert.Equal([ExperienceFaultCodes.Weightless, ExperienceFaultCodes.MomentKindUnknown], error.Faults.Select(fault => fault.Code));
        await Assert.ThrowsAsync<InvalidExperienceModelException>(async () => await crm.Acme.Experience.SummarizeAsync(Anna, model: bare));
        var heavy = await Assert.ThrowsAsync<InvalidExperienceModelException>(async () => await crm.Acme.Experience.SummarizeAsync(Anna, model: ExperienceModel.Default with { MeanWeight = 0.8m }));
        Assert.Equal([ExperienceFaultCodes.Overweight], heavy.Faults.Select(fault => fault.Code));
        Assert.Equal(50m, (await crm.Acme.Experience.SummarizeAsync(Anna, model: bare, told: [sorry]))!.Relationship.Score);
    }

    [Fact]
    public void A_model_of_the_host_is_not_called_as_the_default_one_is() => Assert.NotEqual(ExperienceModel.Default.Key, new ExperienceModel().Key);

    [Fact]
    public async Task Moments_that_the_host_tells_count_beside_those_of_the_timeline_and_once_each()
    {
        await using var crm = await ToldAsync();
        ExperienceMoment sorry = new() { Id = EventId.From("a-call"), At = At("2026-03-10T10:00:00Z"), Valence = 50, Application = First };
        ExperienceMoment later = new() { Id = EventId.From("later"), At = At("2026-03-11T10:00:00Z"), Valence = 100 };
        var felt = (await crm.Acme.Experience.SummarizeAsync(Anna, At("2026-03-10T12:00:00Z"), told: [sorry, later, sorry with { }]))!;

        Assert.Equal((-5m, 5, -5m), (felt.Relationship.Score, felt.Moments.Length, felt.Applications.Single().Summary.Score));
        Assert.Equal((sorry, 1, 1), (felt.Moments[^1], felt.Relationship.RepeatedId, felt.Relationship.AfterInstant));
        await Assert.ThrowsAsync<ArgumentException>(async () => await crm.Acme.Experience.SummarizeAsync(Anna, told: [sorry, sorry with { Valence = 1 }]));
    }

    private static async Task<CrmUnderTest> ToldAsync()
    {
        var crm = Crm();
        await SubmitAsync(crm);
        await crm.HappenAsync("m", At("2026-03-02T09:00:00Z"), Mail(First, automated: true));
        await crm.HappenAsync("q", At("2026-03-06T09:00:00Z"), new CustomFact
        {
            Code = FactCode.From("survey.answered"),
            Attributes = [new FactField(FactCode.From("rating"), AttributeValue.Number(2)), new FactField(FactCode.From("application"), AttributeValue.Text("app-1"))],
        });
        await crm.HappenAsync("r", At("2026-03-10T09:00:00Z"), new ApplicationEnded { Application = First, Disposition = Disposition.Rejected });
        return crm;
    }

    private static Task<Recorded> SubmitAsync(CrmUnderTest crm) =>
        crm.HappenAsync("s", At("2026-03-02T08:00:00Z"), new ApplicationSubmitted { Application = First, Requisition = RequisitionId.From("req-1") });

    private static CrmUnderTest Crm() => new(rules: rules => rules.Calendar(TestRules.Everything.Calendars[0])
        .Expect(StandardExpectations.AcknowledgeApplication(TestRules.Office, Limit.WorkingTime(Duration.FromHours(4))))
        .Expect(StandardExpectations.DecideApplication(TestRules.Office, Limit.BusinessDays(3))));

    private static TouchpointRecorded Mail(JobApplicationId application, bool automated) => new()
    {
        Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = application, Automated = automated,
    };

    private static Instant At(string text) => InstantPattern.General.Parse(text).GetValueOrThrow();
}
