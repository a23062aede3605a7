namespace CandidateCrm.Timeline;

/// <summary>The well-known kinds of touchpoints. A host may add its own; a kind says what happened, never how much it counts.</summary>
public static class TouchKinds
{
    /// <summary>Gets <c>email.delivered</c>: the provider says that a mail reached the mailbox.</summary>
    public static TouchKind EmailDelivered { get; } = TouchKind.From("email.delivered");

    /// <summary>Gets <c>email.opened</c>: a person opened a mail, as far as can be told.</summary>
    public static TouchKind EmailOpened { get; } = TouchKind.From("email.opened");

    /// <summary>Gets <c>email.opened_by_machine</c>: a privacy proxy or a link scanner fetched it; kept apart so that it does not pass for a person.</summary>
    public static TouchKind EmailOpenedByMachine { get; } = TouchKind.From("email.opened_by_machine");

    /// <summary>Gets <c>email.clicked</c>.</summary>
    public static TouchKind EmailClicked { get; } = TouchKind.From("email.clicked");

    /// <summary>Gets <c>email.replied</c>.</summary>
    public static TouchKind EmailReplied { get; } = TouchKind.From("email.replied");

    /// <summary>Gets <c>email.unsubscribed</c>.</summary>
    public static TouchKind EmailUnsubscribed { get; } = TouchKind.From("email.unsubscribed");

    /// <summary>Gets <c>email.complained</c>: marked as unwanted.</summary>
    public static TouchKind EmailComplained { get; } = TouchKind.From("email.complained");

    /// <summary>Gets <c>message.replied</c>: an answer on another channel, such as a text message.</summary>
    public static TouchKind MessageReplied { get; } = TouchKind.From("message.replied");

    /// <summary>Gets <c>call.held</c>: a conversation by telephone that took place.</summary>
    public static TouchKind CallHeld { get; } = TouchKind.From("call.held");

    /// <summary>Gets <c>meeting.held</c>.</summary>
    public static TouchKind MeetingHeld { get; } = TouchKind.From("meeting.held");

    /// <summary>Gets <c>event.attended</c>: a career fair, a webinar, an open day.</summary>
    public static TouchKind EventAttended { get; } = TouchKind.From("event.attended");

    /// <summary>Gets <c>page.visited</c>: a visit of the career site by a known person.</summary>
    public static TouchKind PageVisited { get; } = TouchKind.From("page.visited");

    /// <summary>Gets <c>lead.captured</c>: somebody left their data without applying, such as in a form of the career site. The source of its envelope says where.</summary>
    public static TouchKind LeadCaptured { get; } = TouchKind.From("lead.captured");

    /// <summary>Gets <c>application.submitted</c>.</summary>
    public static TouchKind ApplicationSubmitted { get; } = TouchKind.From("application.submitted");

    /// <summary>Gets <c>application.withdrawn</c>.</summary>
    public static TouchKind ApplicationWithdrawn { get; } = TouchKind.From("application.withdrawn");

    /// <summary>Gets <c>interview.held</c>.</summary>
    public static TouchKind InterviewHeld { get; } = TouchKind.From("interview.held");

    /// <summary>Gets <c>interview.missed</c>: the candidate did not come and gave no notice.</summary>
    public static TouchKind InterviewMissed { get; } = TouchKind.From("interview.missed");

    /// <summary>Gets <c>survey.answered</c>.</summary>
    public static TouchKind SurveyAnswered { get; } = TouchKind.From("survey.answered");

    /// <summary>Gets <c>referral.made</c>: the candidate named somebody else.</summary>
    public static TouchKind ReferralMade { get; } = TouchKind.From("referral.made");

    /// <summary>Gets <c>profile.updated</c>: the candidate brought their own data up to date.</summary>
    public static TouchKind ProfileUpdated { get; } = TouchKind.From("profile.updated");
}
