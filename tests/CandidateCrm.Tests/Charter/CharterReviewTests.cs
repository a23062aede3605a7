using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Charter;

public sealed class CharterReviewTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly OnceExpectation Good = CharterTextsTests.Once("good", "We answer within {limit}.");

    public static TheoryData<string, Expectation[], string> Faults => new()
    {
        { CharterFaultCodes.TextMissing, [CharterTextsTests.Once("bad")], "nobody is told" },
        { CharterFaultCodes.TextUnheard, [Good with { Key = Key("bad"), StartedBy = FactPattern.Of<InterviewHeld>(), AmongColleagues = true }], "nobody reads them" },
        { CharterFaultCodes.LanguageMissing, [Good, Good with { Key = Key("bad"), StartedBy = FactPattern.Of<InterviewHeld>(), Text = Good.Text.Remove("en").Add("de", "Wir antworten in {limit}.") }], "no words in en" },
        { CharterFaultCodes.PlaceUnknown, [Good with { Key = Key("bad"), Text = CharterTextsTests.Texts("We answer within {limits}.") }], "{limits}" },
        { CharterFaultCodes.NumberDiffers, [Good with { Key = Key("bad"), Text = CharterTextsTests.Texts("We answer within 2 business days.") }], "say 2, but its clock says 16 or 960 or 57600" },
        { CharterFaultCodes.CalendarEnds, [Good with { Key = Key("bad"), Calendar = CalendarKey.From("short") }], "after the calendar short ends" },
        { CharterFaultCodes.LimitOver, [Good with { Key = Key("bad"), Limit = Limit.Until(Now) }], "which is over" },
        { CharterFaultCodes.ScopeUnknown, [Good with { Key = Key("bad"), Scope = new ExpectationScope { Pipelines = [PipelineKey.From("gone")] } }], "pipeline gone" },
        { CharterFaultCodes.ScopeUnknown, [Silence(StageKey.From("gone"))], "stage gone" },
        { CharterFaultCodes.NeverOpened, [Good with { Key = Key("bad"), Scope = new ExpectationScope { Reached = StageCategory.Interview } }], "as far as Interview" },
        { CharterFaultCodes.NeverKept, [Good with { Key = Key("bad"), StartedBy = FactPattern.Of<ApplicationEnded>(), KeptBy = FactPattern.Of<ApplicationSubmitted>() }], "comes before" },
        { CharterFaultCodes.NeverKept, [Good with { Key = Key("bad"), StartedBy = FactPattern.Of<InterviewHeld>(), KeptBy = FactPattern.Of<ApplicationSubmitted>() }], "comes before" },
        { CharterFaultCodes.NeverKept, [Good with { Key = Key("bad"), StartedBy = Withdrawn }, Never(Withdrawn, FactPattern.Touch(Direction.Outbound))], "ruled out from the same moment on by never" },
        { CharterFaultCodes.Contradiction, [Good, Good with { Key = Key("bad"), Limit = Limit.BusinessDays(2) }], "promises what good promises" },
        { CharterFaultCodes.Contradiction, [Good, Good with { Key = Key("bad"), Limit = Limit.BusinessDays(2), Scope = new ExpectationScope { Pipelines = [PipelineKey.From("standard")] } }], "promises what good promises" },
        { CharterFaultCodes.Contradiction, [Often(Limit.BusinessDays(1)), StandardExpectations.AtMostMessages(3, Duration.FromDays(7))], "more messages than at-most-messages allows" },
        { CharterFaultCodes.NeverKept, [Good with { Key = Key("bad"), KeptBy = FactPattern.Custom(FactCode.From("docs.received")) }], "never names one" },
        { CharterFaultCodes.TextMissing, [Good with { Key = Key("bad"), Text = CharterTextsTests.Texts(" ") }], "nobody is told" },
        { CharterFaultCodes.PlaceUnknown, [Good with { Key = Key("bad"), Text = CharterTextsTests.Texts("We answer within {Limit}.") }], "{Limit}" },
        { CharterFaultCodes.CalendarEnds, [Good with { Key = Key("bad"), Calendar = CalendarKey.From("short"), Limit = Limit.WorkingTime(Duration.FromHours(4)), Levels = [Late] }], "The last level" },
    };

    private static FactPattern Withdrawn => FactPattern.Ended(Disposition.Withdrew);

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_with_a_charter_is_named_with_its_place(string code, Expectation[] expectations, string says)
    {
        var faults = CharterReview.FaultsOf(Rules(expectations), Now);
        var fault = Assert.Single(faults, each => each.Where == "expectation bad");
        Assert.Equal(code, fault.Code);
        Assert.Contains(says, fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_wrong_with_a_charter_that_can_be_kept()
    {
        Expectation[] good =
        [
            Good with { Scope = new ExpectationScope { Requisitions = [RequisitionId.From("req-9")] } },
            Good with { Key = Key("scoped"), Limit = Limit.BusinessDays(2), Scope = new ExpectationScope { Requisitions = [RequisitionId.From("req-1")], Pipelines = [PipelineKey.From("standard")] } },
            Good with { Key = Key("quick"), Limit = Limit.BusinessDays(2), Scope = new ExpectationScope { Requisitions = [RequisitionId.From("req-9")] }, AutomationMayKeep = true },
            Good with { Key = Key("thanks"), StartedBy = Withdrawn, KeptBy = FactPattern.Touch(TouchKinds.CallHeld) }, // the ban leaves calls
            Never(Withdrawn, FactPattern.Touch(TouchKinds.EmailDelivered, Direction.Outbound)),
            Good with { Key = Key("said"), StartedBy = FactPattern.Of<InterviewHeld>(), Text = CharterTextsTests.Texts("In 16 hours, or 960 minutes.") },
            Good with { Key = Key("ours"), Text = CharterTextsTests.Once("ours").Text, Limit = Limit.BusinessDays(9), AmongColleagues = true },
            Good with { Key = Key("wordy"), StartedBy = FactPattern.Of<OfferMade>(), Text = CharterTextsTests.Texts("As soon as we can.") },
        ];
        Assert.Empty(CharterReview.FaultsOf(Rules(good), Now));
        Assert.Empty(CharterReview.FaultsOf(Rules(Often(Limit.BusinessDays(1)), StandardExpectations.AtMostMessages(4, Duration.FromDays(7))), Now));
    }

    public static TheoryData<Expectation, Expectation, bool> Pairs
    {
        get
        {
            var other = Good with { Key = Key("other"), Limit = Limit.BusinessDays(2) };
            var (standard, direct) = (PipelineKey.From("standard"), PipelineKey.From("direct"));
            var (hired, offered) = (FactPattern.Of<CandidateHired>(), FactPattern.Of<OfferMade>());
            return new()
            {
                { Scoped(Good, standard), Scoped(other, direct), false },
                { Scoped(Good, standard, direct), Scoped(other, direct), true },
                { Scoped(Good, standard), other, true },
                { Good, Scoped(other, standard), true },
                { Good with { EndedBy = hired }, other, false },
                { Good with { EndedBy = hired }, other with { EndedBy = offered }, false },
                { Good with { EndedBy = hired }, other with { EndedBy = hired }, true },
                { Good, other with { AmongColleagues = true }, false },
                { Good with { AmongColleagues = true }, other with { AmongColleagues = true }, true },
                { Good, other with { AutomationMayKeep = true }, false },
                { Good, other with { WholeRelationship = true }, false },
                { Good, other with { KeptBy = FactPattern.Of<InterviewHeld>() }, false },
                { Good, other with { Limit = Good.Limit }, false },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Pairs), DisableDiscoveryEnumeration = true)]
    public void Two_times_for_one_promise_contradict_each_other_and_two_promises_do_not(Expectation one, Expectation other, bool isContradiction) =>
        Assert.Equal(isContradiction ? 1 : 0, CharterReview.FaultsOf(Rules(one, other), Now).Count(fault => fault.Code == CharterFaultCodes.Contradiction));

    [Fact]
    public void Only_an_allowance_that_always_holds_makes_a_cadence_too_frequent()
    {
        var few = StandardExpectations.AtMostMessages(3, Duration.FromDays(7));
        Expectation[] allowances =
        [
            few, few with { OnlyWithoutPerson = true }, few with { Scope = new ExpectationScope { Pipelines = [PipelineKey.From("standard")] } }, few with { Scope = new ExpectationScope { Reached = StageCategory.Interview } },
        ];
        Assert.Equal([1, 0, 0, 0], allowances.Select(allowance => CharterReview.FaultsOf(Rules(Often(Limit.BusinessDays(1)), allowance), Now).Count(fault => fault.Code == CharterFaultCodes.Contradiction)));
    }

    [Theory]
    [InlineData(0, 40, 1)] // a level that names nobody is one step
    [InlineData(0, 2, 0)]
    [InlineData(1, 40, 1)]
    [InlineData(2, 2, 1)] // the second role would be told after the calendar ended
    public void A_calendar_reaches_as_far_as_every_role_of_every_level(int roles, int hours, int faults)
    {
        // Opened at 09:00 and due at 13:00; the calendar ends at 17:00.
        var level = Late with { At = LevelTime.AfterDue(Duration.FromHours(hours)), To = [.. Enumerable.Range(1, roles).Select(number => StaffRole.From($"role-{number}"))], Every = roles > 1 ? Duration.FromHours(8) : null };
        var expectation = Good with { Calendar = CalendarKey.From("short"), Limit = Limit.WorkingTime(Duration.FromHours(4)), Levels = [level] };
        Assert.Equal(Enumerable.Repeat(CharterFaultCodes.CalendarEnds, faults), CharterReview.FaultsOf(Rules(expectation), Now).Select(fault => fault.Code));
    }

    [Fact]
    public void A_fault_elsewhere_hides_no_fault_of_a_calendar()
    {
        Expectation[] bad = [Good with { Key = Key("early"), Levels = [Late with { Kind = LevelKind.Warning }] }, Good with { Key = Key("short"), Calendar = CalendarKey.From("short"), StartedBy = FactPattern.Of<InterviewHeld>() }];
        Assert.Equal([RulesFaultCodes.LevelUnreachable, CharterFaultCodes.CalendarEnds], CharterReview.FaultsOf(Rules(bad), Now).Select(fault => fault.Code));
    }

    [Fact]
    public void Every_fault_comes_at_once_with_those_that_keep_rules_from_being_published()
    {
        Expectation[] bad = [CharterTextsTests.Once("a") with { Calendar = CalendarKey.From("gone") }, CharterTextsTests.Once("b") with { Scope = new ExpectationScope { Pipelines = [PipelineKey.From("gone")] } }];
        Assert.Equal(
            [RulesFaultCodes.CalendarUnknown, CharterFaultCodes.TextMissing, CharterFaultCodes.TextMissing, CharterFaultCodes.ScopeUnknown],
            CharterReview.FaultsOf(Rules(bad), Now).Select(fault => fault.Code));
    }

    private static CrmRules Rules(params Expectation[] expectations) => TestRules.Everything with
    {
        Calendars = [WorkingCalendar.AlwaysOpen, WorkingCalendar.In("UTC").Named(CalendarKey.From("short")).Open(DaysOfWeek.EveryDay, "09:00-17:00").EndingOn(new LocalDate(2026, 3, 2)).Build()],
        Pipelines = [.. TestRules.Everything.Pipelines, .. new CrmRulesBuilder().Pipeline("direct", "applied").Build().Pipelines],
        Expectations = [.. expectations],
    };

    private static OnceExpectation Scoped(OnceExpectation expectation, params PipelineKey[] pipelines) => expectation with { Scope = new ExpectationScope { Pipelines = [.. pipelines] } };

    private static ExpectationKey Key(string key) => ExpectationKey.From(key);

    private static PromiseLevel Late => new() { Key = LevelKey.From("late"), Kind = LevelKind.Escalation, At = LevelTime.AfterDue(Duration.FromHours(40)), To = [StaffRole.From("lead")] };

    private static CadenceExpectation Often(Limit every) => new()
    {
        Key = Key("bad"),
        StartedBy = FactPattern.Of<ApplicationSubmitted>(),
        KeptBy = FactPattern.Touch(TouchKinds.EmailDelivered, Direction.Outbound),
        Calendar = WorkingCalendar.AlwaysOpen.Key,
        Every = every,
        Text = CharterTextsTests.Texts("You hear from us at least every {limit}."),
    };

    private static SilenceExpectation Silence(StageKey stage) => new()
    {
        Key = Key("bad"),
        StartedBy = FactPattern.Of<StageEntered>(),
        KeptBy = FactPattern.Touch(Direction.Outbound),
        Calendar = WorkingCalendar.AlwaysOpen.Key,
        Limits = [new StageLimit { Stage = stage, Limit = Limit.BusinessDays(5) }, new StageLimit { Limit = Limit.BusinessDays(9) }],
        Text = CharterTextsTests.Texts("You never wait long without a word."),
    };

    private static ProhibitionExpectation Never(FactPattern startedBy, FactPattern brokenBy) =>
        new() { Key = Key("never"), StartedBy = startedBy, BrokenBy = brokenBy, Text = CharterTextsTests.Texts("write to you after you withdrew") };
}
