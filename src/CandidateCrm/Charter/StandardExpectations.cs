using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>Expectations that most charters begin with. Take them as they are, or change them with <c>with</c>.</summary>
public static class StandardExpectations
{
    /// <summary>Every application is acknowledged: by any message to the candidate about it, also an automatic one, or by what the candidate takes part in, such as an interview. A step inside the process is no answer.</summary>
    public static OnceExpectation AcknowledgeApplication(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("acknowledge-application"),
        StartedBy = FactPattern.Of<ApplicationSubmitted>(),
        KeptBy = FactPattern.Touch(Direction.Outbound)
            .Or(FactPattern.Touch(TouchKinds.CallHeld)).Or<InterviewScheduled>().Or<InterviewHeld>().Or<OfferMade>().Or<CandidateHired>(),
        Limit = limit,
        Calendar = calendar,
        AutomationMayKeep = true,
        Text = English("We acknowledge your application within {limit}."),
    };

    /// <summary>Every application is decided: by an offer, a hire, or an ending with its reason. A re-opened one is decided again, a prospect who became an applicant and a copy as well.</summary>
    public static OnceExpectation DecideApplication(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("decide-application"),
        StartedBy = ProcessBegins,
        KeptBy = FactPattern.Of<OfferMade>().Or<ApplicationEnded>().Or<CandidateHired>(),
        Limit = limit,
        Calendar = calendar,
        Text = English("We decide about your application within {limit}."),
    };

    /// <summary>
    /// Everybody whose opening is closed while they are in process hears from us: by any message about the application, also an automatic one.
    /// It counts as kept, too, once the application goes on.
    /// </summary>
    public static OnceExpectation AnswerWhenClosed(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("answer-when-closed"),
        StartedBy = FactPattern.Of<RequisitionClosed>(),
        KeptBy = FactPattern.Touch(Direction.Outbound).Or<ApplicationReopened>().Or<StageEntered>().Or<CandidateHired>(),
        Limit = limit,
        Calendar = calendar,
        AutomationMayKeep = true,
        Text = English("If we close the position, you hear from us within {limit}."),
    };

    /// <summary>Every question is answered by a person, the oldest unanswered first. A word of thanks that says so of itself asks nothing.</summary>
    public static AnswerExpectation AnswerQuestions(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("answer-questions"),
        StartedBy = FactPattern.Touch(Direction.Inbound),
        KeptBy = WeSpeak,
        Limit = limit,
        Calendar = calendar,
        Text = English("We answer your messages within {limit}."),
    };

    /// <summary>A decision or an honest update by a person, at least so often, from the submission to the end of the application.</summary>
    public static CadenceExpectation KeepUpdated(CalendarKey calendar, Limit every) => new()
    {
        Key = ExpectationKey.From("decision-or-update"),
        StartedBy = ProcessBegins,
        KeptBy = WeSpeak.Or<OfferMade>().Or<ApplicationEnded>().Or<CandidateHired>(),
        Every = every,
        Calendar = calendar,
        Text = English("You hear from us at least every {limit}, until it is decided."),
    };

    /// <summary>Feedback after every interview, by a person; it waits while we wait for the candidate. It is still owed where the application ends before.</summary>
    public static OnceExpectation FeedbackAfterInterview(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("feedback-after-interview"),
        StartedBy = FactPattern.Of<InterviewHeld>(),
        KeptBy = WeSpeak.Or<OfferMade>(),
        Limit = limit,
        Calendar = calendar,
        Pauses = [WaitingForCandidate],
        WhenApplicationEnds = ApplicationEndRule.Stay,
        Severity = Severity.High,
        Text = English("After an interview you get feedback within {limit}."),
    };

    /// <summary>
    /// Who held an interview writes down what they think of it: they are reminded halfway, and where it is missing at the limit it is asked of the leader of the
    /// hiring, and after as long again of the head of talent. It is asked for also where somebody decides before. It is among colleagues: what we expect of each
    /// other is nobody else's business.
    /// </summary>
    public static OnceExpectation InterviewerFeedback(CalendarKey calendar, Duration limit) => new()
    {
        Key = ExpectationKey.From("interviewer-feedback"),
        StartedBy = FactPattern.Of<InterviewHeld>(),
        KeptBy = FactPattern.Of<FeedbackGiven>(),
        Limit = Limit.WorkingTime(limit),
        Calendar = calendar,
        Levels =
        [
            new PromiseLevel { Key = LevelKey.From("remind"), At = LevelTime.OfLimit(0.5m), OpensTask = true, To = [StaffRole.From("interviewer")] },
            new PromiseLevel
            {
                Key = LevelKey.From("ask"), Kind = LevelKind.Escalation, At = LevelTime.OfLimit(1), OpensTask = true, Every = limit,
                To = [StaffRole.From("hiring-lead"), StaffRole.From("head-of-talent")],
            },
        ],
        WhenApplicationEnds = ApplicationEndRule.Stay,
        AmongColleagues = true,
    };

    /// <summary>Everybody who came as far as an interview and is refused hears it from a person, not from a machine.</summary>
    public static OnceExpectation CourteousRefusal(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("courteous-refusal"),
        StartedBy = FactPattern.Ended(Disposition.Rejected, Disposition.PositionClosed),
        KeptBy = WeSpeak,
        EndedBy = FactPattern.Of<ApplicationReopened>(),
        Limit = limit,
        Calendar = calendar,
        Scope = new ExpectationScope { Reached = StageCategory.Interview },
        Text = English("If we talked to you and decide against it, a person tells you within {limit}."),
    };

    /// <summary>An offer is explained in a call by a person.</summary>
    public static OnceExpectation OfferCall(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("offer-call"),
        StartedBy = FactPattern.Of<OfferMade>(),
        KeptBy = FactPattern.Touch(TouchKinds.CallHeld).Or(FactPattern.Touch(TouchKinds.MeetingHeld)),
        Limit = limit,
        Calendar = calendar,
        Again = AgainRule.Restart,
        Text = English("We call you about an offer within {limit}."),
    };

    /// <summary>From the last interview to an offer or a refusal: each further interview begins the time anew.</summary>
    public static OnceExpectation FinalInterviewToOffer(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("final-interview-to-offer"),
        StartedBy = FactPattern.Of<InterviewHeld>(),
        KeptBy = FactPattern.Of<OfferMade>().Or<ApplicationEnded>().Or<CandidateHired>(),
        Limit = limit,
        Calendar = calendar,
        Again = AgainRule.Restart,
        Pauses = [WaitingForCandidate],
        Text = English("We decide within {limit} after your last interview."),
    };

    /// <summary>Nobody waits in silence, whatever the stage: with a limit for each stage, and one for the others.</summary>
    public static SilenceExpectation StageSilence(CalendarKey calendar, params ImmutableArray<StageLimit> limits) => new()
    {
        Key = ExpectationKey.From("stage-silence"),
        StartedBy = ProcessBegins.Or<StageEntered>(),
        KeptBy = WeSpeak.Or<InterviewScheduled>().Or<InterviewHeld>(),
        Limits = limits,
        Calendar = calendar,
        AutomationMayKeep = true,
        Pauses = [WaitingForCandidate],
        Text = English("You never wait long without a word from us."),
    };

    /// <summary>After a hire somebody checks in at least so often, until the employment ends.</summary>
    public static CadenceExpectation OnboardingCheckIns(CalendarKey calendar, Limit every) => new()
    {
        Key = ExpectationKey.From("onboarding-check-ins"),
        StartedBy = FactPattern.Of<CandidateHired>(),
        KeptBy = WeSpeak.Or(FactPattern.Touch(TouchKinds.MeetingHeld)),
        EndedBy = FactPattern.Of<EmploymentEnded>().Or<ApplicationEnded>(),
        Every = every,
        Calendar = calendar,
        Text = English("Once you are hired, we check in with you at least every {limit}."),
    };

    /// <summary>«We call you on Friday at 13:00»: kept by a call or a meeting at or before that instant; a later agreement takes its place.</summary>
    public static AppointmentExpectation PromisedContact(CalendarKey calendar) => new()
    {
        Key = ExpectationKey.From("promised-contact"),
        StartedBy = FactPattern.Of<ContactPromised>(),
        KeptBy = FactPattern.Touch(TouchKinds.CallHeld).Or(FactPattern.Touch(TouchKinds.MeetingHeld)),
        Calendar = calendar,
        Again = AgainRule.Restart,
        WhenApplicationEnds = ApplicationEndRule.Stay,
        Severity = Severity.High,
        Text = English("When we agree on a time to talk, we keep to it."),
    };

    /// <summary>Who was told a date that is not true any more is told the new one.</summary>
    public static OnceExpectation TellMovedDates(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("tell-moved-dates"),
        StartedBy = new FactPattern { AnyOf = [new FactMatch { Type = EntryTypes.NameOf(typeof(PromiseDueMoved)) }] },
        KeptBy = FactPattern.Of<DueTold>(),
        Limit = limit,
        Calendar = calendar,
        AutomationMayKeep = true,
        Again = AgainRule.Restart,
        Text = English("If a date that we told you moves, we tell you the new one within {limit}."),
    };

    /// <summary>Never more than a number of messages within a time, whatever they are about.</summary>
    public static ProhibitionExpectation AtMostMessages(int count, Duration within) => new()
    {
        Key = ExpectationKey.From("at-most-messages"),
        StartedBy = FactPattern.Touch(Direction.Outbound),
        BrokenBy = FactPattern.Touch(Direction.Outbound),
        Allowance = new Allowance { Count = count, Within = within },
        WholeRelationship = true,
        Text = English("Within {within} you get at most {count} of our messages."),
    };

    /// <summary>Nobody is rejected by a machine.</summary>
    public static ProhibitionExpectation NoRejectionWithoutPerson() => new()
    {
        Key = ExpectationKey.From("no-rejection-without-person"),
        StartedBy = ProcessBegins,
        BrokenBy = FactPattern.Ended(Disposition.Rejected),
        OnlyWithoutPerson = true,
        WhenApplicationEnds = ApplicationEndRule.Keep,
        Severity = Severity.Critical,
        Text = English("No application is rejected without a person."),
    };

    /// <summary>Who withdraws is left alone about it, until they come back.</summary>
    public static ProhibitionExpectation NoContactAfterWithdrawal() => new()
    {
        Key = ExpectationKey.From("no-contact-after-withdrawal"),
        StartedBy = FactPattern.Ended(Disposition.Withdrew),
        BrokenBy = FactPattern.Touch(Direction.Outbound),
        EndedBy = FactPattern.Of<ApplicationReopened>(),
        Severity = Severity.High,
        Text = English("If you withdraw, we do not write to you about it any more."),
    };

    /// <summary>Gets the pause that most wait by: from when it is the candidate's turn until they are heard.</summary>
    public static PauseRule WaitingForCandidate { get; } = new()
    {
        Reason = PauseReason.From("waiting-for-candidate"),
        PausedBy = FactPattern.Of<WaitingBegan>(),
        ResumedBy = FactPattern.Of<WaitingEnded>().Or(FactPattern.Touch(Direction.Inbound)),
        Longest = Duration.FromDays(30),
    };

    // What brings somebody into a process that we owe an answer.
    private static FactPattern ProcessBegins => FactPattern.Of<ApplicationSubmitted>().Or<ApplicationReopened>().Or<ProspectConverted>().Or<ApplicationCopied>();

    // What is said to a candidate; a call counts whoever made it.
    private static FactPattern WeSpeak => FactPattern.Touch(Direction.Outbound).Or(FactPattern.Touch(TouchKinds.CallHeld));

    private static ImmutableSortedDictionary<string, string> English(string text) =>
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("en", text);
}
