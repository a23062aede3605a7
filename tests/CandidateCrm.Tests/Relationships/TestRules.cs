using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Rules with everything in them: short limits and half-lives, so that alarms ring often.</summary>
internal static class TestRules
{
    internal static CalendarKey Office { get; } = CalendarKey.From("office");

    /// <summary>Gets what answers an application: any message, and any step, as for a host that tells candidates of each.</summary>
    internal static FactPattern Answered => FactPattern.Touch(Direction.Outbound).Or<StageEntered>().Or<InterviewHeld>().Or<OfferMade>().Or<ApplicationEnded>().Or<CandidateHired>();

    internal static CrmRules Everything { get; } = new CrmRulesBuilder()
        .In("Europe/Berlin")
        .Lifecycle()
        .Pipeline(new CrmRulesBuilder().Pipeline("standard", "applied", "screening", "interview", "final").Build().Pipelines[0] with { AbandonsDraftsAfter = Duration.FromDays(3) })
        .Remind("day-before", ReminderTime.DaysBefore(1, new LocalTime(9, 0)))
        .Remind("two-hours-before", ReminderTime.Ahead(Duration.FromHours(2)))
        .Calendar(WorkingCalendar.In("Europe/Berlin").Named(Office).Open(DaysOfWeek.Weekdays, "09:00-12:30", "13:30-18:00").Build())
        .Expect(StandardExpectations.AcknowledgeApplication(Office, Limit.WorkingTime(Duration.FromHours(4))) with { KeptBy = Answered })
        .Expect(StandardExpectations.DecideApplication(Office, Limit.BusinessDays(3)))
        .Expect(new OnceExpectation
        {
            Key = ExpectationKey.From("answer-message"),
            StartedBy = FactPattern.Touch(TouchKinds.EmailReplied),
            KeptBy = FactPattern.Touch(Direction.Outbound),
            Limit = Limit.BusinessDays(1),
            Calendar = Office,
        })
        .Score(ScoringModel.Named("engagement")
            .Signal(TouchKinds.EmailReplied, 8, Duration.FromDays(2))
            .Signal(TouchKinds.EmailClicked, 3, Duration.FromHours(20))
            .Signal(TouchKinds.ApplicationSubmitted, 10, Duration.FromDays(5))
            .Signal(TouchKinds.EmailUnsubscribed, -6, Duration.FromDays(1))
            .Signal(TouchKinds.EmailDelivered, 0)
            .Band("cold").Band("warm", enter: 6, exit: 4).Band("hot", enter: 14, exit: 10)
            .Build())
        .Attribute("country", FieldType.Text).Attribute("skills", FieldType.TextSet)
        .Attribute(new AttributeDefinition { Key = FactCode.From("gender"), Type = FieldType.Code, Class = AttributeClass.Protected })
        .Attribute(new AttributeDefinition { Key = FactCode.From("email"), Type = FieldType.Text, Class = AttributeClass.Contact })
        .Announce<PhaseChanged>().Announce<BandChanged>().Announce<PromiseBroken>()
        .Announce<InterviewApproaching>().Announce<InterviewBookingLapsed>().Announce<OfferLapsed>().Announce<RefusalDue>()
        .Build();

    /// <summary>The same rules for a host without handlers.</summary>
    internal static CrmRules Quiet { get; } = Everything with { Announced = [] };

    internal static ActivationLog Log { get; } = ActivationLog.Always(Everything);
}
