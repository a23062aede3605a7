using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Charter;

/// <summary>An expectation of every kind, under hours that are easy to count: Monday to Friday, 09:00 to 17:00 UTC.</summary>
internal static class CharterRules
{
    internal static readonly CalendarKey Office = CalendarKey.From("office");
    internal static readonly PauseReason Waiting = PauseReason.From("waiting");
    internal static readonly PauseReason Delay = PauseReason.From("delay");

    internal static WorkingCalendar NineToFive { get; } = WorkingCalendar.In("UTC").Named(Office).Open(DaysOfWeek.Weekdays, "09:00-17:00").Build();

    internal static CompiledCalendar Compiled { get; } = NineToFive.Compile();

    private static FactPattern Out { get; } = FactPattern.Touch(Direction.Outbound);

    private static PauseRule Wait { get; } = new()
    {
        Reason = Waiting,
        PausedBy = FactPattern.Of<WaitingBegan>().Coded(Waiting),
        ResumedBy = FactPattern.Of<WaitingEnded>().Coded(Waiting),
        Longest = Duration.FromDays(2),
    };

    private static PauseRule AskedForDelay { get; } = Wait with { Reason = Delay, PausedBy = FactPattern.Of<WaitingBegan>().Coded(Delay), ResumedBy = FactPattern.Of<WaitingEnded>().Coded(Delay), Longest = null };

    internal static OnceExpectation Acknowledge { get; } = new()
    {
        Key = ExpectationKey.From("acknowledge"), StartedBy = FactPattern.Of<ApplicationSubmitted>().Or<ApplicationReopened>(), KeptBy = Out, AutomationMayKeep = true,
        Limit = Limit.WorkingTime(Duration.FromHours(4)), Calendar = Office, Pauses = [Wait, AskedForDelay],
        Levels =
        [
            new PromiseLevel { Key = LevelKey.From("half"), At = LevelTime.OfLimit(0.5m) },
            new PromiseLevel { Key = LevelKey.From("hour"), At = LevelTime.BeforeDue(Duration.FromHours(1)), OpensTask = true, To = [StaffRole.From("recruiter")] },
            new PromiseLevel
            {
                Key = LevelKey.From("lead"), Kind = LevelKind.Escalation, At = LevelTime.AfterDue(Duration.FromHours(2)), OpensTask = true, To = [StaffRole.From("lead"), StaffRole.From("head")], Every = Duration.FromHours(10),
            },
        ],
    };

    internal static OnceExpectation Decide { get; } = new()
    {
        Key = ExpectationKey.From("decide"), StartedBy = FactPattern.Of<InterviewHeld>(), KeptBy = FactPattern.Ended(Disposition.Rejected), Limit = Limit.BusinessDays(2), Calendar = Office, Again = AgainRule.Restart,
    };

    internal static AnswerExpectation Answer { get; } = new()
    {
        Key = ExpectationKey.From("answer"), StartedBy = FactPattern.Touch(Direction.Inbound), KeptBy = Out, Limit = Limit.WorkingTime(Duration.FromHours(8)), Calendar = Office, WhenApplicationEnds = ApplicationEndRule.Stay,
    };

    internal static CadenceExpectation Update { get; } = new()
    {
        Key = ExpectationKey.From("update"), StartedBy = FactPattern.Of<ApplicationSubmitted>(), KeptBy = Out, AutomationMayKeep = true, Every = Limit.BusinessDays(3), Calendar = Office,
        EndedBy = FactPattern.Of<CandidateHired>().Or(FactPattern.Custom(FactCode.From("stop"))),
    };

    internal static CompletionExpectation First { get; } = new()
    {
        Key = ExpectationKey.From("first"), StartedBy = FactPattern.Of<ApplicationSubmitted>().Or<StageEntered>(), KeptBy = FactPattern.Of<InterviewHeld>(), Limit = Limit.WorkingTime(Duration.FromHours(10)), Calendar = Office,
    };

    internal static CompletionExpectation Total { get; } = First with { Key = ExpectationKey.From("total"), UndoneBy = FactPattern.Of<OfferMade>(), Pauses = [Wait], StartedBy = FactPattern.Of<ApplicationSubmitted>() };

    internal static SilenceExpectation Silence { get; } = new()
    {
        Key = ExpectationKey.From("silence"), StartedBy = FactPattern.Of<ApplicationSubmitted>().Or<StageEntered>().Or<ApplicationReopened>(), KeptBy = Out.Or(FactPattern.Touch(Direction.Inbound)).Or<InterviewHeld>(),
        AutomationMayKeep = true, Calendar = Office, Pauses = [Wait],
        Limits = [new StageLimit { Stage = StageKey.From("screening"), Limit = Limit.WorkingTime(Duration.FromHours(6)) }, new StageLimit { Stage = StageKey.From("applied"), Limit = Limit.BusinessDays(1) }],
    };

    internal static AppointmentExpectation Call { get; } = new()
    {
        Key = ExpectationKey.From("call"), StartedBy = FactPattern.Of<ContactPromised>(), KeptBy = Out, Calendar = Office, Again = AgainRule.Restart, WhenApplicationEnds = ApplicationEndRule.Keep, Pauses = [AskedForDelay],
    };

    internal static ProhibitionExpectation NoContact { get; } = new()
    {
        Key = ExpectationKey.From("no-contact"), StartedBy = FactPattern.Ended(Disposition.Withdrew), BrokenBy = Out, EndedBy = FactPattern.Of<ApplicationReopened>(),
    };

    internal static ProhibitionExpectation AtMostTwo { get; } = new()
    {
        Key = ExpectationKey.From("at-most-two"), StartedBy = Out, BrokenBy = Out, WholeRelationship = true, Allowance = new Allowance { Count = 2, Within = Duration.FromDays(3) },
    };

    internal static CrmRules All { get; } = Of(Acknowledge, Decide, Answer, Update, First, Total, Silence, Call, NoContact, AtMostTwo);

    internal static CrmRules Of(params ImmutableArray<Expectation> expectations) =>
        new CrmRulesBuilder().In("UTC").Pipeline("standard", "applied", "screening", "interview").Calendar(NineToFive).Build() with { Expectations = expectations };

    /// <summary>Narrows a pattern to facts with a code.</summary>
    private static FactPattern Coded(this FactPattern pattern, PauseReason reason) => new() { AnyOf = [.. pattern.AnyOf.Select(match => match with { Code = FactCode.From(reason.Value) })] };
}
