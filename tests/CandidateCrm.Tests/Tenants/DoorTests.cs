using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tenants;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Tenants;

public sealed class DoorTests
{
    private static readonly Instant Now = At("2026-03-05T12:00:00Z");
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly InterviewId Talk = InterviewId.From("i-1");
    private static readonly RequisitionId Job = RequisitionId.From("req-1");

    public static TheoryData<string, IFact?> Malformed => new()
    {
        { "no fact", null },
        { "found without a source", new CandidateFound { Source = default } },
        { "touchpoint without a kind", new TouchpointRecorded { Kind = default, Direction = Direction.Inbound } },
        { "touchpoint in no direction", new TouchpointRecorded { Kind = TouchKinds.CallHeld, Direction = (Direction)99 } },
        { "touchpoint about an asterisk", new TouchpointRecorded { Kind = TouchKinds.CallHeld, Direction = Direction.None, Application = JobApplicationId.From("*") } },
        { "custom fact without a code", new CustomFact { Code = default } },
        { "custom fact with a nameless attribute", new CustomFact { Code = FactCode.From("badge"), Attributes = [default] } },
        { "custom fact with a valueless attribute", new CustomFact { Code = FactCode.From("badge"), Attributes = [new FactField(FactCode.From("size"), default)] } },
        { "submitted without an application", new ApplicationSubmitted { Application = default, Requisition = Job } },
        { "submitted as an asterisk", new ApplicationSubmitted { Application = JobApplicationId.From("*ended"), Requisition = Job } },
        { "stage of no application", new StageEntered { Application = default, Stage = StageKey.From("screening") } },
        { "no stage", new StageEntered { Application = App, Stage = default } },
        { "review of no application", new ApplicationReviewed { Application = default } },
        { "interview of no application", new InterviewHeld { Application = default, Interview = InterviewId.From("i-1") } },
        { "no interview", new InterviewHeld { Application = App, Interview = default } },
        { "slots for no interview", new InterviewSlotsOffered { Application = App, Interview = default } },
        { "slots until an instant that nobody set", new InterviewSlotsOffered { Application = App, Interview = Talk, Until = default(Instant) } },
        { "interview that ends when it starts", new InterviewScheduled { Application = App, Interview = Talk, StartsAt = Now, EndsAt = Now } },
        { "interview that starts in no year", new InterviewScheduled { Application = App, Interview = Talk, StartsAt = Instant.MaxValue } },
        { "interview in no zone", new InterviewScheduled { Application = App, Interview = Talk, StartsAt = Now, Zone = "Europe/Berlim" } },
        { "interview again that ends before it starts", new InterviewRescheduled { Application = App, Interview = Talk, StartsAt = Now, EndsAt = Now - Duration.FromHours(1) } },
        { "no interview cancelled", new InterviewCancelled { Application = App, Interview = default } },
        { "missed by nobody", new InterviewMissed { Application = App, Interview = Talk, By = (Absentee)7 } },
        { "feedback of nobody", new FeedbackGiven { Application = App, Interview = Talk, By = default } },
        { "points for nothing", Scored(new ScorecardRow { Criterion = default, Points = 1, OutOf = 4 }) },
        { "more points than there are", Scored(new ScorecardRow { Criterion = CriterionCode.From("craft"), Points = 5, OutOf = 4 }) },
        { "points below none", Scored(new ScorecardRow { Criterion = CriterionCode.From("craft"), Points = -1, OutOf = 4 }) },
        { "points out of none", Scored(new ScorecardRow { Criterion = CriterionCode.From("craft"), Points = 0, OutOf = 0 }) },
        { "a criterion twice", Scored(new ScorecardRow { Criterion = CriterionCode.From("craft"), Points = 1, OutOf = 4 }, new ScorecardRow { Criterion = CriterionCode.From("craft"), Points = 2, OutOf = 4 }) },
        { "a scorecard without end", Scored([.. Enumerable.Range(0, 65).Select(i => new ScorecardRow { Criterion = CriterionCode.From($"c{i}"), Points = 1, OutOf = 4 })]) },
        { "feedback taken back by nobody", new FeedbackWithdrawn { Application = App, Interview = Talk, By = default } },
        { "offer of a version below none", new OfferPrepared { Application = App, Version = -1 } },
        { "offer to answer by no instant", new OfferMade { Application = App, AnswerBy = default(Instant) } },
        { "acceptance for no application", new OfferAccepted { Application = default } },
        { "refusal for no application", new OfferDeclined { Application = default } },
        { "withdrawal for no application", new OfferWithdrawn { Application = default } },
        { "expiry for no application", new OfferExpired { Application = default } },
        { "removal for no application", new OfferRemoved { Application = default } },
        { "offer for no application", new OfferMade { Application = default } },
        { "end of no application", new ApplicationEnded { Application = default, Disposition = Disposition.Rejected } },
        { "ended in no way", new ApplicationEnded { Application = App, Disposition = (Disposition)42 } },
        { "re-opening of no application", new ApplicationReopened { Application = default } },
        { "stage of no kind", new StageEntered { Application = App, Stage = StageKey.From("screening"), Category = (StageCategory)99 } },
        { "draft of no application", new ApplicationDrafted { Application = default } },
        { "abandoned as an asterisk", new ApplicationAbandoned { Application = JobApplicationId.From("*") } },
        { "prospect of nothing", new ProspectAdded { Application = default } },
        { "converted for nothing", new ProspectConverted { Application = App, Requisition = default } },
        { "transferred nowhere", new ApplicationTransferred { Application = App, Requisition = default } },
        { "copied for nothing", new ApplicationCopied { Application = App, From = JobApplicationId.From("app-0"), Requisition = default } },
        { "copied from nothing", new ApplicationCopied { Application = App, From = default, Requisition = Job } },
        { "copied from itself", new ApplicationCopied { Application = App, From = App, Requisition = Job } },
        { "merged with nothing", new ApplicationsMerged { Application = App, Duplicate = default } },
        { "merged with itself", new ApplicationsMerged { Application = App, Duplicate = App } },
        { "removed as an asterisk", new ApplicationRemoved { Application = JobApplicationId.From("*x") } },
        { "hired for nothing", new CandidateHired { Application = default } },
        { "closed requisition of no name", new RequisitionClosed { Requisition = default, Reason = CloseReasons.Filled } },
        { "closed requisition for no reason", new RequisitionClosed { Requisition = Job, Reason = default } },
        { "retraction of nothing", new FactsRetracted { Reason = ReasonCode.From("wrong") } },
        { "retraction of facts and a batch", new FactsRetracted { Events = [EventId.From("e-1")], Batch = BatchId.From("b-1"), Reason = ReasonCode.From("wrong") } },
        { "retraction without a reason", new FactsRetracted { Batch = BatchId.From("b-1"), Reason = default } },
        { "retraction of what the library made", new FactsRetracted { Events = [EventId.From("~e-1.1")], Reason = ReasonCode.From("wrong") } },
        { "no start date", new StartDateMoved { Application = App, StartsOn = LocalDate.MaxIsoValue } },
        { "start of no application", new StartDateMoved { Application = default, StartsOn = new LocalDate(2026, 3, 9) } },
        { "no role taken", new RoleTaken { Role = default } },
        { "no role left", new RoleLeft { Role = default } },
        { "snoozed for ever", new CandidateSnoozed { Until = LocalDate.MaxIsoValue } },
        { "snoozed by another calendar", new CandidateSnoozed { Until = new LocalDate(1447, 9, 1, CalendarSystem.IslamicBcl) } },
        { "merged into nobody", new CandidateMerged { Into = default } },
        { "merged into itself", new CandidateMerged { Into = Histories.Anna.Candidate } },
        { "attributes without any", new AttributesChanged { Values = [] } },
        { "a decision about no segment", new SegmentMembershipDecided { Segment = default, Decision = SegmentDecision.PutIn, Reason = ReasonCode.From("r") } },
        { "a decision without a reason", new SegmentMembershipDecided { Segment = SegmentKey.From("s"), Decision = SegmentDecision.PutIn, Reason = default } },
        { "a decision of no kind", new SegmentMembershipDecided { Segment = SegmentKey.From("s"), Decision = (SegmentDecision)9, Reason = ReasonCode.From("r") } },
        { "available in no way", new AvailabilityStated { Availability = (Availability)9 } },
        { "interested in no way", new InterestStated { Level = (InterestLevel)9 } },
        { "a wait without reason", new WaitingBegan { Reason = default } },
        { "the end of a wait without reason", new WaitingEnded { Reason = default } },
        { "a wait about an asterisk", new WaitingBegan { Application = JobApplicationId.From("*"), Reason = PauseReason.From("waiting") } },
        { "the end of a wait about an asterisk", new WaitingEnded { Application = JobApplicationId.From("*ended"), Reason = PauseReason.From("waiting") } },
        { "a promised contact about an asterisk", new ContactPromised { Application = JobApplicationId.From("*"), DueAt = Now } },
        { "a rebase of nothing", new RebaseOrdered { Expectation = default } },
        { "a rebase about an asterisk", new RebaseOrdered { Expectation = ExpectationKey.From("decide"), Application = JobApplicationId.From("*") } },
        { "a date of no promise", new DueTold { Promise = default, DueAt = Now } },
        { "no task", new TaskClosed { Task = default } },
        { "a task about something endless", new TaskClosed { Task = new EffectKey("decide", new string('x', 201), 1, "task") } },
        { "a task about half a sign", new TaskClosed { Task = new EffectKey("decide", "app-\ud800", 1, "task") } },
        { "opened with an asterisk", new RelationshipOpened { Applications = [new OpeningApplication { Application = JobApplicationId.From("*"), Requisition = Job }] } },
        { "opened for nothing", new RelationshipOpened { Applications = [new OpeningApplication { Application = App, Requisition = default }] } },
        { "a host's own type", new HostsOwnFact() },
        { "unknown, but known", new UnknownEntry { Name = "application.hired", Version = 1, Data = "{}" } },
        { "unknown without a name", new UnknownEntry { Name = " ", Version = 1, Data = "{}" } },
        { "unknown of version 0", new UnknownEntry { Name = "parking.booked", Version = 0, Data = "{}" } },
        { "unknown, not readable", new UnknownEntry { Name = "parking.booked", Version = 1, Data = "{" } },
        { "unknown, no text at all", new UnknownEntry { Name = "parking.booked", Version = 1, Data = null! } },
        { "unknown, with half a sign", new UnknownEntry { Name = "parking.booked", Version = 1, Data = "{\"a\":\"\ud800\"}" } },
        { "unknown, too deep", new UnknownEntry { Name = "parking.booked", Version = 1, Data = Nested(33) } },
        { "unknown, too long", new UnknownEntry { Name = "parking.booked", Version = 1, Data = $"\"{new string('x', PersonalPart.LongestText)}\"" } },
        { "unknown with a name too long", new UnknownEntry { Name = new string('n', 201), Version = 1, Data = "{}" } },
        { "unknown with half a sign in its name", new UnknownEntry { Name = "parking\ud800", Version = 1, Data = "{}" } },
    };

    [Theory]
    [MemberData(nameof(Malformed), DisableDiscoveryEnumeration = true)]
    public void What_is_malformed_is_refused_with_a_sentence(string what, IFact? fact)
    {
        var refusal = Refused(Fact(fact!));

        Assert.True(refusal.Code == FindingCodes.EventMalformed, what);
        Assert.EndsWith(".", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_as_deep_and_as_long_as_may_be_is_read_again_as_it_was_told()
    {
        foreach (var data in new[] { Nested(32), $"\"{new string('x', PersonalPart.LongestText - 2)}\"" })
        {
            var fact = Fact(new UnknownEntry { Name = new string('n', 200), Version = 1, Data = data });
            var (admitted, refusal) = Door.Admit(Histories.Anna.Tenant, fact, Now, TestRules.Log);

            Assert.Null(refusal);
            Assert.Equal(admitted!.Entry, TimelineJson.Read(TimelineJson.Write(admitted)).Entry);
        }
    }

    [Theory]
    [InlineData("2026-03-05T06:00:00Z", "2026-03-05T12:00:00Z", true)] // seven in the morning, told as noon
    [InlineData("2026-03-05T06:00:00Z", "2026-03-05T22:59:59Z", true)] // the last second of the same date in Berlin
    [InlineData("2026-03-05T06:00:00Z", "2026-03-05T23:00:00Z", false)] // tomorrow
    [InlineData("2026-03-05T22:56:00Z", "2026-03-06T12:00:00Z", true)] // tomorrow, which begins in four minutes
    [InlineData("2026-03-05T22:54:00Z", "2026-03-06T12:00:00Z", false)] // tomorrow, which begins in six
    public void A_date_is_ahead_of_the_clock_where_its_start_is(string now, string at, bool isLetIn)
    {
        var fact = Fact(new EmploymentEnded()) with { OccurredAt = At(at), Precision = Precision.Day };
        var (admitted, refusal) = Door.Admit(Histories.Anna.Tenant, fact, At(now), TestRules.Log);

        Assert.Equal(isLetIn, admitted is not null);
        Assert.Equal(isLetIn ? null : FindingCodes.EventInFuture, refusal?.Code);
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    [Fact]
    public void Everything_that_is_wrong_with_a_planned_interview_is_said_at_once()
    {
        var refusal = Refused(Fact(new InterviewScheduled { Application = App, Interview = default, StartsAt = default, EndsAt = Instant.FromUnixTimeSeconds(-1), Zone = "Mars/Olympus" }));

        Assert.Equal(
            "An interview is named. The start of an interview lies in the years 1900 to 2199, and 1970-01-01T00:00Z is what an instant is that nobody set."
            + " An interview ends after it starts. The zone of an interview is an IANA id such as Europe/Berlin.",
            refusal.Sentence);
    }

    [Fact]
    public void More_than_thirty_two_interviewers_or_one_without_an_id_are_a_mistake_of_the_caller()
    {
        PersonId[] crowd = [.. Enumerable.Range(0, 33).Select(i => PersonId.From($"p-{i}"))];

        Assert.Throws<ArgumentException>(() => new InterviewHeld { Application = App, Interview = Talk, Interviewers = [.. crowd] });
        Assert.Throws<ArgumentException>(() => new InterviewHeld { Application = App, Interview = Talk, Interviewers = [default] });
        Assert.Equal(32, new InterviewHeld { Application = App, Interview = Talk, Interviewers = [.. crowd.Skip(1), crowd[1]] }.Interviewers.Length);
    }

    [Fact]
    public void Every_type_of_fact_with_an_id_has_a_row_above()
    {
        var facts = EntryTypes.All.Select(t => t.Type).Where(t => typeof(IFact).IsAssignableFrom(t)).ToHashSet();
        facts.ExceptWith(Malformed.Select(row => row[1]?.GetType() ?? typeof(object)));

        Assert.Equal([typeof(EmploymentEnded), typeof(SnoozeEnded), typeof(ContactBarred), typeof(ContactBarLifted), typeof(CandidateUnmerged), typeof(CandidateErased)], facts);
    }

    [Fact]
    public void A_fact_names_its_candidate_and_its_id()
    {
        Assert.Equal(FindingCodes.EventMalformed, Refused(Fact(new EmploymentEnded()) with { Candidate = default }).Code);
        Assert.Equal(FindingCodes.EventMalformed, Refused(Fact(new EmploymentEnded()) with { EventId = default }).Code);
    }

    [Fact]
    public void Ids_with_the_mark_of_the_library_are_refused() =>
        Assert.Equal(FindingCodes.EventIdReserved, Refused(Fact(new EmploymentEnded()) with { EventId = EventId.From("~1") }).Code);

    [Fact]
    public void Precision_and_trust_are_among_the_values_that_are_defined()
    {
        Assert.Equal(FindingCodes.EventMalformed, Refused(Fact(new EmploymentEnded()) with { Precision = (Precision)9 }).Code);
        Assert.Equal(FindingCodes.EventMalformed, Refused(Fact(new EmploymentEnded()) with { Trust = (Trust)9 }).Code);
    }

    [Fact]
    public void Five_minutes_ahead_of_the_clock_is_let_in_and_a_moment_more_is_refused()
    {
        Assert.Equal(Now + Duration.FromMinutes(5), Admitted(Fact(new EmploymentEnded()) with { OccurredAt = Now + Duration.FromMinutes(5) }).OccurredAt);
        var refusal = Refused(Fact(new EmploymentEnded()) with { OccurredAt = Now + Duration.FromMinutes(5) + Duration.FromTicks(10) });

        Assert.Equal(FindingCodes.EventInFuture, refusal.Code);
    }

    [Fact]
    public void An_instant_before_1900_is_taken_for_a_default()
    {
        Assert.Equal(FindingCodes.EventMalformed, Refused(Fact(new EmploymentEnded()) with { OccurredAt = default(Instant) - Duration.FromDays(30_000) }).Code);
        Assert.Equal(At("1900-01-01T00:00:00Z"), Admitted(Fact(new EmploymentEnded()) with { OccurredAt = At("1900-01-01T00:00:00Z") }).OccurredAt);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-04T23:30:00Z", "2026-03-04T23:00:00Z")] // half past midnight on the 5th, which began at 23:00 UTC
    [InlineData("Europe/Berlin", "2026-03-04T22:59:00Z", "2026-03-03T23:00:00Z")] // one minute to midnight on the 4th
    [InlineData("America/Sao_Paulo", "2018-11-04T12:00:00Z", "2018-11-04T03:00:00Z")] // midnight was skipped: the day began at 01:00
    [InlineData("UTC", "2026-03-05T12:00:00Z", "2026-03-05T00:00:00Z")]
    public void A_date_stands_at_the_start_of_its_day_in_the_tenants_zone(string zone, string told, string expected)
    {
        var rules = new CrmRulesBuilder().In(zone).Build();
        var fact = Fact(new EmploymentEnded()) with { OccurredAt = At(told), Precision = Precision.Day };

        Assert.Equal(At(expected), Door.Admit(Histories.Anna.Tenant, fact, Now, ActivationLog.Always(rules)).Event!.OccurredAt);
    }

    [Fact]
    public void A_date_of_today_is_let_in_whatever_time_of_it_is_told_and_the_next_day_is_not()
    {
        var now = At("2026-03-05T09:00:00Z");
        var rules = ActivationLog.Always(new CrmRulesBuilder().In("UTC").Build());
        HostFact Dated(string at) => Fact(new EmploymentEnded()) with { OccurredAt = At(at), Precision = Precision.Day };

        Assert.Equal(At("2026-03-05T00:00:00Z"), Door.Admit(Histories.Anna.Tenant, Dated("2026-03-05T23:59:59Z"), now, rules).Event!.OccurredAt);
        Assert.Equal(FindingCodes.EventInFuture, Door.Admit(Histories.Anna.Tenant, Dated("2026-03-06T00:00:00Z"), now, rules).Refusal!.Code);
        Assert.Equal(FindingCodes.EventInFuture, Door.Admit(Histories.Anna.Tenant, Fact(new EmploymentEnded()) with { OccurredAt = Instant.MaxValue, Precision = Precision.Day }, now, rules).Refusal!.Code);
    }

    [Fact]
    public void A_date_told_again_after_the_zone_changed_is_the_same_fact()
    {
        var berlin = new CrmRulesBuilder().In("Europe/Berlin").Build();
        var moved = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = berlin },
            new Activation { Position = 2, EffectiveFrom = At("2026-03-06T00:00:00Z"), Rules = new CrmRulesBuilder().In("America/New_York").Build() },
        ]);
        var fact = Fact(new EmploymentEnded()) with { OccurredAt = At("2026-03-05T10:00:00Z"), Precision = Precision.Day };

        var first = Door.Admit(Histories.Anna.Tenant, fact, At("2026-03-05T12:00:00Z"), ActivationLog.Always(berlin)).Event!;
        var again = Door.Admit(Histories.Anna.Tenant, fact, At("2026-03-07T12:00:00Z"), moved).Event!;

        Assert.True(first.SameRulePart(again));
    }

    [Fact]
    public void Instants_are_floored_to_microseconds_also_before_1970()
    {
        Assert.Equal(Now, Admitted(Fact(new EmploymentEnded()) with { OccurredAt = Now + Duration.FromNanoseconds(999) }).OccurredAt);
        var old = At("1969-12-31T23:59:59Z");

        foreach (var nanoseconds in new[] { 1, 100, 999 })
        {
            Assert.Equal(old, Admitted(Fact(new EmploymentEnded()) with { OccurredAt = old + Duration.FromNanoseconds(nanoseconds) }).OccurredAt);
        }
    }

    [Fact]
    public void The_envelope_is_taken_over_as_it_was_told()
    {
        var told = Fact(new EmploymentEnded()) with
        {
            SourceOrder = 7,
            Actor = Actor.Provider,
            Source = SourceCode.From("hr-system"),
            Correlation = CorrelationId.From("c-1"),
            Batch = BatchId.From("b-1"),
            Personal = PersonalPart.Of("note", "moved to Lyon"),
        };
        var e = Admitted(told);

        Assert.Equal((told.SourceOrder, told.Actor, told.Source, told.Correlation, told.Batch), (e.SourceOrder, e.Actor, e.Source, e.Correlation, e.Batch));
        Assert.Same(told.Personal, e.Personal);
        Assert.Equal((Now, Histories.Anna, EntryClass.Fact), (e.RecordedAt, e.Relationship, e.Class));
    }

    [Fact]
    public async Task An_unknown_fact_is_kept_byte_for_byte_and_changes_nothing()
    {
        await using var crm = new CrmUnderTest();
        var unknown = new UnknownEntry { Name = "application.submitted", Version = 2, Data = "{ \"application\" : \"app-1\" }" };
        var recorded = await crm.HappenAsync("from-tomorrow", Now, unknown);
        var empty = CandidateCrm.Relationships.Relationship.Empty(Histories.Anna);

        Assert.Empty(recorded.Derived);
        Assert.Equal(StateText.Of(empty), StateText.Of(recorded.Relationship! with { Cursor = empty.Cursor, Told = 0, RulesPosition = 0 }));
        Assert.Equal(unknown, Assert.Single(await crm.TimelineAsync()).Entry);
    }

    [Fact]
    public async Task One_malformed_fact_leaves_the_rest_of_an_import_in()
    {
        await using var crm = new CrmUnderTest();
        HostFact[] facts =
        [
            CrmUnderTest.Fact("a", Now, new EmploymentEnded()),
            CrmUnderTest.Fact("b", Now, new StageEntered { Application = App, Stage = default }),
            CrmUnderTest.Fact("c", crm.Clock.Now + Duration.FromHours(1), new EmploymentEnded()),
            CrmUnderTest.Fact("d", Now, new CandidateFound { Source = SourceCode.From("fair") }, "bert"),
        ];
        var report = await crm.Acme.ImportAsync(facts.ToAsyncEnumerable(), new ImportOptions { KeptRefusals = 1 });

        Assert.Equal((4, 2, 2), (report.Progress.Read, report.Progress.Recorded, report.Progress.Refused));
        var kept = Assert.Single(report.Refusals);
        Assert.Equal((2, "b", FindingCodes.EventMalformed), (kept.Number, kept.Event.Value, kept.Refusal.Code));
        Assert.NotNull(await crm.Acme.FindAsync(CandidateId.From("bert")));
    }

    [Fact]
    public async Task What_is_refused_leaves_no_trace()
    {
        await using var crm = new CrmUnderTest();
        var recorded = await crm.Acme.RecordAsync(CrmUnderTest.Fact("a", Now, new OfferMade { Application = default }));

        Assert.Equal(RecordStatus.Refused, recorded.Status);
        Assert.Null(recorded.Relationship);
        Assert.Empty(recorded.Promises);
        Assert.Null(await crm.Acme.FindAsync(Histories.Anna.Candidate));
    }

    private static FeedbackGiven Scored(params ScorecardRow[] rows) => new() { Application = App, Interview = Talk, By = PersonId.From("ada"), Scorecard = [.. rows] };

    private static HostFact Fact(IFact fact) => CrmUnderTest.Fact("e1", Now, fact);

    private static TimelineEvent Admitted(HostFact fact) => Door.Admit(Histories.Anna.Tenant, fact, Now, ActivationLog.Always(TestRules.Everything)).Event!;

    private static Refusal Refused(HostFact fact)
    {
        var (admitted, refusal) = Door.Admit(Histories.Anna.Tenant, fact, Now, ActivationLog.Always(TestRules.Everything));
        Assert.Null(admitted);
        return refusal!;
    }

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();

    private sealed record HostsOwnFact : IFact;
}
