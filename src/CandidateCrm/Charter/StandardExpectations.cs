using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Calendars;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>Expectations that most charters begin with. Take them as they are, or change them with <c>with</c>.</summary>
public static class StandardExpectations
{
    /// <summary>Every application is acknowledged: by any message to the candidate about it, also an automatic one, or by any step of the process.</summary>
    public static Expectation AcknowledgeApplication(CalendarKey calendar, Limit limit) => new()
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
    public static Expectation DecideApplication(CalendarKey calendar, Limit limit) => new()
    {
        Key = ExpectationKey.From("decide-application"),
        StartedBy = FactPattern.Of<ApplicationSubmitted>().Or<ApplicationReopened>().Or<ProspectConverted>().Or<ApplicationCopied>(),
        KeptBy = FactPattern.Of<OfferMade>().Or<ApplicationEnded>().Or<CandidateHired>(),
        Limit = limit,
        Calendar = calendar,
        Text = English($"You have our decision within {limit}."),
    };

    private static ImmutableSortedDictionary<string, string> English(string text) =>
        ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("en", text);
}
