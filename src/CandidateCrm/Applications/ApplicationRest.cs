namespace CandidateCrm.Applications;

/// <summary>
/// What an application that has ended keeps of its interviews and its offer, so that it goes on as it stood where the ending is taken back. It keeps little,
/// since a person has many applications that ended and few that go on.
/// </summary>
internal static class ApplicationRest
{
    /// <summary>
    /// Lets an application rest: an offer that was made or answered stays as it is, so do interviews from which feedback is missing, and of the others only that one was held.
    /// Numbers stay, so that none is used twice where it goes on.
    /// </summary>
    internal static ApplicationState Of(ApplicationState application)
    {
        var owing = application.Interviews.RemoveAll(interview => interview.MissingFeedback().IsEmpty);
        return application with
        {
            Interviews = owing,
            WasInterviewed = application.WasInterviewed || application.Interviews.Any(interview => interview.Status == InterviewStatus.Held && !owing.Contains(interview)),
            Offer = application.Offer is { } offer && IsKept(offer) ? offer : null,
            Numbers = ApplicationClocks.HighestNumber(application),
        };
    }

    private static bool IsKept(OfferState offer) => offer.MadeAt is not null || offer.Status == OfferStatus.Accepted;
}
