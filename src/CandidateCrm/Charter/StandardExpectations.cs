using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>Expectations that most charters begin with. Take them as they are, or change them with <c>with</c>.</summary>
public static class StandardExpectations
{
    /// <summary>Every application is acknowledged: by any message to the candidate about it, also an automatic one, or by any step of the process.</summary>
    public static OnceExpectation AcknowledgeApplication(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("acknowledge-application"),
        StartedBy = FactPattern.Of<ApplicationSubmitted>(),
        KeptBy = FactPattern.Touch(Direction.Outbound)
            .Or<StageEntered>().Or<InterviewHeld>().Or<OfferMade>().Or<ApplicationEnded>().Or<CandidateHired>(),
        Limit = limit,
        Calendar = calendar,
        AutomationMayKeep = true,
        Text = English($"We acknowledge your application within {limit}."),
    };

    /// <summary>Every application is decided: by an offer, a hire, or an ending with its reason. A re-opened one is decided again, a prospect who became an applicant and a copy as well.</summary>
    public static OnceExpectation DecideApplication(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("decide-application"),
        StartedBy = FactPattern.Of<ApplicationSubmitted>().Or<ApplicationReopened>().Or<ProspectConverted>().Or<ApplicationCopied>(),
        KeptBy = FactPattern.Of<OfferMade>().Or<ApplicationEnded>().Or<CandidateHired>(),
        Limit = limit,
        Calendar = calendar,
        Text = English($"You have our decision within {limit}."),
    };

    /// <summary>
    /// Everybody whose opening is closed while they are in process hears from us: by any message about the application, also an automatic one.
    /// It is not owed any more once the application goes on.
    /// </summary>
    public static OnceExpectation AnswerWhenClosed(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("answer-when-closed"),
        StartedBy = FactPattern.Of<RequisitionClosed>(),
        KeptBy = FactPattern.Touch(Direction.Outbound).Or<ApplicationReopened>().Or<StageEntered>().Or<CandidateHired>(),
        Limit = limit,
        Calendar = calendar,
        AutomationMayKeep = true,
        Text = English($"If we close the position, you hear from us within {limit}."),
    };

    private static ImmutableSortedDictionary<string, string> English(string text) =>
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("en", text);
}
