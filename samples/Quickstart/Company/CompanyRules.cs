using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;
using static CandidateCrm.Calendars.DaysOfWeek;

namespace Quickstart.Company;

/// <summary>What the company lives by: its pipeline, its hours, what it promises, and what counts as engagement.</summary>
internal static class CompanyRules
{
    internal static readonly ImmutableArray<(string Key, string Name)> Stages =
        [("applied", "Applied"), ("screening", "Screening"), ("interview", "Interview"), ("final-round", "Final round")];

    /// <summary>Who decides about the rules.</summary>
    internal static readonly Actor Lead = Actor.Of(PersonId.From("recruiting-lead"));

    private static readonly CalendarKey Office = CalendarKey.From("office");

    private static readonly WorkingCalendar Hours = WorkingCalendar.In("Europe/Berlin").Named(Office)
        .Open(Weekdays, "09:00-12:30", "13:30-18:00")
        .Close(new LocalDate(2025, 12, 25), "Christmas Day")
        .Close(new LocalDate(2025, 12, 26), "St Stephen's Day")
        .Close(new LocalDate(2026, 1, 1), "New Year's Day")
        .Close(new LocalDate(2026, 5, 1), "Labour Day")
        .Build();

    internal static void Write(CrmRulesBuilder rules) => rules
        .In("Europe/Berlin")
        .Lifecycle()
        .Pipeline("standard", [.. Stages.Select(stage => $"{stage.Key}: {stage.Name}")])
        .Calendar(Hours)
        .Expect(StandardExpectations.AcknowledgeApplication(Office, Limit.BusinessDays(2)))
        .Expect(StandardExpectations.DecideApplication(Office, Limit.BusinessDays(25)))
        .Expect(FeedbackAfterInterview)
        .Expect(AnswerMessages)
        .Score(DefaultScoring.Recruiting);

    private static OnceExpectation FeedbackAfterInterview => new()
    {
        Key = ExpectationKey.From("feedback-after-interview"),
        StartedBy = FactPattern.Of<InterviewHeld>(),
        KeptBy = FactPattern.Of<StageEntered>().Or<OfferMade>().Or<ApplicationEnded>(),
        Limit = Limit.BusinessDays(5),
        Calendar = Office,
    };

    private static OnceExpectation AnswerMessages => new()
    {
        Key = ExpectationKey.From("answer-messages"),
        StartedBy = FactPattern.Touch(TouchKinds.EmailReplied, Direction.Inbound),
        KeptBy = FactPattern.Touch(Direction.Outbound).Or(FactPattern.Touch(TouchKinds.CallHeld)),
        Limit = Limit.WorkingTime(Duration.FromHours(16)),
        Calendar = Office,
    };
}
