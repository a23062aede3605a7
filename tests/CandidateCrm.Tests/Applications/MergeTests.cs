using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Insights;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>What becomes of two applications that are one: which id stays is the host's to say, which process goes on follows from both.</summary>
public sealed class MergeTests
{
    private static readonly JobApplicationId Stays = JobApplicationId.From("app-1");
    private static readonly JobApplicationId Gone = JobApplicationId.From("app-2");
    private static readonly Instant Start = Histories.Start;
    private static readonly PublicStatusDefinition Public = new()
    {
        Key = PublicStatusKey.From("standard"),
        Steps = [Step("received"), Step("interviews"), Step("closed")],
        Rows =
        [
            new PublicRow { Step = PublicStepKey.From("received"), Stages = [StageKey.From("applied"), StageKey.From("screening")] },
            new PublicRow { Step = PublicStepKey.From("interviews"), Stages = [StageKey.From("interview"), StageKey.From("final")] },
        ],
        Endings = [new PublicEnding { Step = PublicStepKey.From("closed"), Dispositions = [Disposition.Rejected, Disposition.Withdrew, Disposition.PositionClosed] }],
    };

    /// <summary>Gets, from the strongest to the weakest, how an application comes to what it is.</summary>
    private static (string Name, ApplicationStatus Status, Func<JobApplicationId, IFact[]> Told)[] Kinds { get; } =
    [
        ("hired", ApplicationStatus.Ended, id => [Submitted(id), new CandidateHired { Application = id }]),
        ("live", ApplicationStatus.Live, id => [Submitted(id)]),
        ("rejected", ApplicationStatus.Ended, id => [Submitted(id), Rejected(id)]),
        ("prospect", ApplicationStatus.Prospect, id => [new ProspectAdded { Application = id }]),
        ("draft", ApplicationStatus.Draft, id => [new ApplicationDrafted { Application = id }]),
        ("told twice", ApplicationStatus.Ended, id => [Submitted(id), new ApplicationEnded { Application = id, Disposition = Disposition.Duplicate }]),
        ("abandoned", ApplicationStatus.Abandoned, id => [new ApplicationDrafted { Application = id }, new ApplicationAbandoned { Application = id }]),
        ("removed", ApplicationStatus.Removed, id => [Submitted(id), new ApplicationRemoved { Application = id }]),
    ];

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var one in Kinds)
            {
                foreach (var other in Kinds)
                {
                    pairs.Add(one.Name, other.Name);
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_two_that_are_one_the_one_that_came_to_more_says_what_it_is(string stays, string gone)
    {
        var (own, its) = (Array.FindIndex(Kinds, kind => kind.Name == stays), Array.FindIndex(Kinds, kind => kind.Name == gone));
        IFact[] told = [.. Kinds[own].Told(Stays), Pause, .. Kinds[its].Told(Gone), new ApplicationsMerged { Application = Stays, Duplicate = Gone }];
        var decision = Folded([.. told.Select((fact, hour) => (hour, fact))]);
        var state = Assert.Single(decision.Next.Applications!.All);
        var more = Kinds[Math.Min(own, its)];

        Assert.Equal((Stays, more.Status, Gone), (state.Application, state.Status, Assert.Single(state.Aliases)));
        Assert.Equal(more.Name switch { "hired" => Disposition.Hired, "rejected" => Disposition.Rejected, "told twice" => Disposition.Duplicate, _ => (Disposition?)null }, state.Ending?.Disposition);
        Assert.Equal(Math.Min(own, its) is 0 or 1 or 2 or 5, state.Stage.IsAssigned);
        Assert.Empty(decision.Next.Faults);
    }

    [Fact]
    public void Of_two_endings_the_later_stays_with_its_reason_or_that_of_the_same_ending_told_before()
    {
        var other = new ApplicationEnded { Application = Gone, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("salary") };
        var bare = new ApplicationEnded { Application = Gone, Disposition = Disposition.Rejected };

        Assert.Equal((Disposition.Withdrew, "salary"), Ended(Submitted(Stays), Rejected(Stays), SubmittedElsewhere(Gone), other));
        Assert.Equal((Disposition.Rejected, "skills"), Ended(SubmittedElsewhere(Gone), other, Submitted(Stays), Rejected(Stays)));
        Assert.Equal((Disposition.Rejected, "skills"), Ended(Submitted(Stays), Rejected(Stays), SubmittedElsewhere(Gone), bare));

        static (Disposition, string) Ended(params IFact[] told)
        {
            var ending = Merged(told).Ending!;
            return (ending.Disposition, ending.Reason.Value);
        }
    }

    [Fact]
    public void What_ended_was_an_application_as_soon_as_one_of_the_two_was()
    {
        var hired = Merged(new ProspectAdded { Application = Stays }, new CandidateHired { Application = Stays }, Submitted(Gone));
        var draft = Merged(new ApplicationDrafted { Application = Stays }, Rejected(Stays), new ProspectAdded { Application = Gone });

        Assert.Equal((Disposition.Hired, ApplicationStatus.Live), (hired.Ending!.Disposition, hired.Ending.From));
        Assert.Equal((Disposition.Rejected, ApplicationStatus.Prospect), (draft.Ending!.Disposition, draft.Ending.From));
    }

    [Fact]
    public void The_process_that_goes_on_brings_its_stage_its_visits_and_its_opening_and_the_other_fills_in()
    {
        var told = new IFact[]
        {
            new ApplicationDrafted { Application = Stays, Requisition = RequisitionId.From("req-1"), Source = SourceCode.From("fair") },
            new ApplicationSubmitted { Application = Gone, Requisition = RequisitionId.From("req-2") },
            Entered(Gone, "interview"),
        };
        var state = Merged(told);

        Assert.Equal((ApplicationStatus.Live, "interview", "req-2", "fair"), (state.Status, state.Stage.Value, state.Requisition.Value, state.Source.Value));
        Assert.Equal((Start + Duration.FromDays(1), Start + Duration.FromDays(2)), (state.SubmittedAt, state.StageSince));
        Assert.Equal(["applied", "interview"], state.Visits.Select(visit => visit.Stage.Value));
        Assert.Null(state.AbandonsAt);
    }

    [Fact]
    public void The_furthest_stage_of_both_stays_also_where_the_process_that_came_there_does_not()
    {
        var state = Merged(Submitted(Stays), Entered(Stays, "final"), Rejected(Stays), SubmittedElsewhere(Gone), Entered(Gone, "screening"));

        Assert.Equal((ApplicationStatus.Live, "screening", "final", 1), (state.Status, state.Stage.Value, state.Furthest.Value, state.Reopenings));
    }

    [Fact]
    public void The_later_refusal_that_was_told_stays_known()
    {
        var word = new TouchpointRecorded { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = Gone };
        var state = Merged(SubmittedElsewhere(Gone), Rejected(Gone), word, Submitted(Stays));

        Assert.Equal((true, Start + Duration.FromDays(2)), (state.IsLive, state.RefusedAt));
    }

    [Fact]
    public void A_second_click_on_what_was_a_draft_brings_the_draft_into_the_application()
    {
        var decision = Folded(
            (0, new ApplicationDrafted { Application = Gone, Source = SourceCode.From("fair") }),
            (24, Submitted(Stays)),
            (24, Submitted(Gone)));
        var state = Assert.Single(decision.Next.Applications!.All);

        Assert.Equal((Stays, ApplicationStatus.Live, "fair"), (state.Application, state.Status, state.Source.Value));
    }

    [Fact]
    public void Merged_into_one_that_nobody_told_of_it_has_another_name_and_is_what_it_was()
    {
        var state = Merged(Submitted(Gone), Rejected(Gone));

        Assert.Equal((Stays, ApplicationStatus.Ended, "skills"), (state.Application, state.Status, state.Ending!.Reason.Value));
    }

    [Fact]
    public void Who_takes_over_a_live_application_is_owed_a_decision_anew()
    {
        var decision = Folded([new ApplicationDrafted { Application = Stays }, Pause, Submitted(Gone), new ApplicationsMerged { Application = Stays, Duplicate = Gone }]);

        Assert.Equal("decide-application#1:app-1", Assert.Single(decision.Next.Charter!.Promises).Key.ToString());
    }

    [Fact]
    public void Who_lost_a_live_application_to_one_that_led_to_a_hire_is_in_no_process_any_more()
    {
        var decision = Folded([Submitted(Stays), new CandidateHired { Application = Stays }, SubmittedElsewhere(Gone), new ApplicationsMerged { Application = Stays, Duplicate = Gone }]);

        Assert.Equal(Phase.Nurture, decision.Next.Lifecycle!.Phase);
        Assert.Empty(decision.Next.Charter!.Promises);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_onboarding_follows_its_application_under_the_id_that_stays(bool isLive)
    {
        IFact first = isLive ? Submitted(Stays) : new ApplicationDrafted { Application = Stays };
        IFact[] told = [first, Pause, SubmittedElsewhere(Gone), new CandidateHired { Application = Gone, StartsOn = new LocalDate(2026, 5, 4) }, new ApplicationsMerged { Application = Stays, Duplicate = Gone }];
        var hired = Folded(told).Next;
        var moved = Folded([.. told, new StartDateMoved { Application = Stays, StartsOn = new LocalDate(2026, 6, 1) }]);
        var back = Folded([.. told, new ApplicationReopened { Application = Gone }]).Next;

        Assert.Equal((new LocalDate(2026, 5, 4), OnboardingStatus.Running), (hired.Lifecycle!.Find(Stays)!.StartsOn, Assert.Single(hired.Lifecycle.Onboardings).Status));
        Assert.Equal(Phase.Nurture, hired.Lifecycle.Phase);
        Assert.Equal(new LocalDate(2026, 6, 1), moved.Next.Lifecycle!.Find(Stays)!.StartsOn);
        Assert.DoesNotContain(moved.Derived, e => e.Entry is FindingNoted { Code: FindingCodes.NotOnboarding });
        Assert.Equal((OnboardingStatus.Void, true), (Assert.Single(back.Lifecycle!.Onboardings).Status, back.Applications!.Find(Stays)!.IsLive));
    }

    [Fact]
    public void A_task_of_a_check_in_goes_along_and_is_closed_under_the_id_that_stays()
    {
        IFact[] told =
        [
            Submitted(Stays), Rejected(Stays), SubmittedElsewhere(Gone), new CandidateHired { Application = Gone, StartsOn = new LocalDate(2026, 3, 2) }, Pause, Pause, Pause, Pause, Pause,
            Pause, Pause, Pause, Pause, Pause, new ApplicationsMerged { Application = Stays, Duplicate = Gone },
        ];
        var before = Folded(told[..^1]).Next.Tasks!.Open.Where(task => task.Key.Part == OpenTasks.CheckIn).ToArray();
        var merged = Folded(told).Next.Tasks!.Open.Where(task => task.Key.Part == OpenTasks.CheckIn).ToArray();
        var back = Folded([.. told, new ApplicationReopened { Application = Stays }]).Next;

        Assert.NotEmpty(before);
        Assert.Equal(before.Select(task => (task.Key.Rule, "app-1", task.Task.DueAt)), merged.Select(task => (task.Key.Rule, task.Key.Subject, task.Task.DueAt)));
        Assert.DoesNotContain(back.Tasks?.Open ?? [], task => task.Key.Part == OpenTasks.CheckIn);
    }

    [Fact]
    public void The_candidate_sees_a_step_back_only_with_its_reason()
    {
        var rules = ActivationLog.Always(TestRules.Everything with { PublicStatus = Public });
        var decision = Folded(rules, Submitted(Stays), new ApplicationEnded { Application = Stays, Disposition = Disposition.Withdrew }, SubmittedElsewhere(Gone), Entered(Gone, "interview"), new ApplicationsMerged { Application = Stays, Duplicate = Gone });
        var draft = Folded(rules, new ApplicationDrafted { Application = Stays }, SubmittedElsewhere(Gone), Entered(Gone, "interview"), new ApplicationsMerged { Application = Stays, Duplicate = Gone });

        var back = decision.Derived.Select(e => e.Entry).OfType<PublicStatusChanged>().Last();
        Assert.Equal(("app-1", "closed", "interviews", "merged"), (back.Application.Value, back.From.Value, back.To.Value, back.Reason.Value));
        Assert.Equal("interviews", draft.Next.Applications!.Find(Stays)!.Public!.Step.Value);
        Assert.DoesNotContain(draft.Derived, e => e.Entry is PublicStatusChanged { Application: var id } && id == Stays);
    }

    [Fact]
    public void Interviews_and_offers_that_come_over_get_numbers_that_nobody_had()
    {
        var talk = new InterviewScheduled { Application = Stays, Interview = InterviewId.From("int-1"), StartsAt = Start + Duration.FromDays(40) };
        IFact[] told =
        [
            Submitted(Stays), talk, new OfferMade { Application = Stays, AnswerBy = Start + Duration.FromDays(1) }, Rejected(Stays),
            SubmittedElsewhere(Gone), talk with { Application = Gone }, new OfferMade { Application = Gone, AnswerBy = Start + Duration.FromDays(30) },
        ];
        var state = Merged(told);

        Assert.Equal((2, 2, 2), (Assert.Single(state.Interviews).Number, state.Offer!.Number, state.Numbers));
        Assert.Equal(OfferStatus.Made, state.Offer.Status);
    }

    [Fact]
    public void Of_two_offers_that_stand_the_one_of_the_process_that_goes_on_stays_and_the_other_is_reported()
    {
        var decision = Folded([Submitted(Stays), new OfferMade { Application = Stays, Offer = OfferId.From("o-1") }, SubmittedElsewhere(Gone), new OfferMade { Application = Gone, Offer = OfferId.From("o-2") }, new ApplicationsMerged { Application = Stays, Duplicate = Gone }]);

        Assert.Equal("o-1", decision.Next.Applications!.Find(Stays)!.Offer!.Offer.Value);
        Assert.Contains(decision.Derived, e => e.Entry is FindingNoted { Code: FindingCodes.OfferAnotherLive, Subject: "app-1" });
    }

    [Fact]
    public void The_way_of_the_process_that_goes_on_is_the_one_that_counts()
    {
        TimelineEvent[] line = Line([Submitted(Stays), Rejected(Stays), SubmittedElsewhere(Gone), Entered(Gone, "interview"), new ApplicationsMerged { Application = Stays, Duplicate = Gone }]);
        var path = Assert.Single(PathReader.Read(Histories.Anna, line, TestRules.Log));

        Assert.Equal((Stays, "applied interview", PathOutcome.Open, Start + Duration.FromDays(1)), (path.Application, string.Join(' ', path.Steps.Select(step => step.Step)), path.Outcome, path.FirstRejectedAt));
    }

    [Fact]
    public async Task The_visits_of_both_are_told()
    {
        await using var crm = new Timeline.CrmUnderTest();
        IFact[] told = [Submitted(Stays), Entered(Stays, "final"), Rejected(Stays), SubmittedElsewhere(Gone), Entered(Gone, "interview"), new ApplicationsMerged { Application = Stays, Duplicate = Gone }];
        foreach (var (fact, day) in told.Select((fact, day) => (fact, day)))
        {
            await crm.HappenAsync($"e{day}", Start + Duration.FromDays(day), fact);
        }

        var visits = await crm.Acme.Applications.VisitsAsync(Histories.Anna.Candidate, Gone);
        Assert.Equal(["applied", "final", "applied", "interview"], visits.Select(visit => visit.Stage.Value));
        Assert.Equal([1, 2, 4, null], visits.Select(visit => visit.To is { } to ? (to - Start).Days : (int?)null));
    }

    private static TouchpointRecorded Pause { get; } = new() { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound };

    private static ApplicationSubmitted Submitted(JobApplicationId id) => new() { Application = id, Requisition = RequisitionId.From("req-1") };

    private static ApplicationSubmitted SubmittedElsewhere(JobApplicationId id) => new() { Application = id, Requisition = RequisitionId.From("req-2") };

    private static StageEntered Entered(JobApplicationId id, string stage) => new() { Application = id, Stage = StageKey.From(stage) };

    private static ApplicationEnded Rejected(JobApplicationId id) => new() { Application = id, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") };

    private static PublicStep Step(string key) => new() { Key = PublicStepKey.From(key), Title = ImmutableSortedDictionary<string, string>.Empty.Add("en", key) };

    private static ApplicationState Merged(params IFact[] told) => Folded([.. told, new ApplicationsMerged { Application = Stays, Duplicate = Gone }]).Next.Applications!.Find(Stays)!;

    private static Decision Folded(IFact[] told) => Folded(TestRules.Log, told);

    private static Decision Folded(params (int Hour, IFact Fact)[] told) =>
        new RelationshipEngine().Replay(Histories.Anna, told.Select((each, i) => Histories.Event($"e{i}", Start + Duration.FromHours(each.Hour), each.Fact)), TestRules.Log);

    private static Decision Folded(ActivationLog rules, params IFact[] told) => new RelationshipEngine().Replay(Histories.Anna, Line(told), rules);

    /// <summary>Tells facts a day apart.</summary>
    private static TimelineEvent[] Line(IFact[] told) => [.. told.Select((fact, day) => Histories.Event($"e{day}", Start + Duration.FromDays(day), fact))];
}
