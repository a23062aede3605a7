using System.Collections.Immutable;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>Brings interviews and offers of two applications together. What comes from the one that is gone gets numbers above all that the one that stays ever gave, so that no name is used twice.</summary>
internal static class JoinedArrangements
{
    /// <summary>Returns the one that goes on with interviews, offer and numbers of both.</summary>
    internal static ApplicationState Of(FoldPass pass, ApplicationState goes, ApplicationState stays, ApplicationState gone)
    {
        var above = ApplicationClocks.HighestNumber(stays);
        var moved = gone with
        {
            Interviews = [.. gone.Interviews.Select(interview => interview with { Number = interview.Number + above })],
            Offer = gone.Offer is { } offer ? offer with { Number = offer.Number + above } : null,
            Numbers = gone.Numbers + above,
        };
        var (own, other) = ReferenceEquals(goes, stays) ? (stays, moved) : (moved, stays);
        var joined = own with
        {
            Interviews = Interviews(own, other),
            WasInterviewed = own.WasInterviewed || other.WasInterviewed,
            Offer = OfferOf(pass, own, other, stays.Application),
            Numbers = Math.Max(ApplicationClocks.HighestNumber(own), ApplicationClocks.HighestNumber(other)),
        };
        return joined.Ending is null ? joined : ApplicationRest.Of(joined);
    }

    /// <summary>Keeps the interviews of both; of one that both know what the process that goes on says, under the higher number.</summary>
    private static ImmutableArray<InterviewState> Interviews(ApplicationState own, ApplicationState other) =>
    [
        .. own.Interviews.Select(interview => other.Find(interview.Interview) is { } same ? interview with { Number = Math.Max(interview.Number, same.Number) } : interview),
        .. other.Interviews.Where(interview => own.Find(interview.Interview) is null),
    ];

    /// <summary>Keeps the offer of the process that goes on, unless only the other one stands. What rests with an ending does not come to stand by a merge.</summary>
    private static OfferState? OfferOf(FoldPass pass, ApplicationState own, ApplicationState other, JobApplicationId stays)
    {
        if (StandingOffer.Has(own) && StandingOffer.Has(other))
        {
            pass.Note(FindingCodes.OfferAnotherLive, stays.Value);
        }

        var isOthers = (own.Offer is null && (own.Ending is not null || other.Ending is null)) || (StandingOffer.Has(other) && !StandingOffer.Has(own) && own.Ending is null);
        var (kept, dropped) = isOthers ? (other.Offer, own.Offer) : (own.Offer, other.Offer);
        return kept is null ? null : kept with { Number = Math.Max(kept.Number, dropped?.Number ?? 0) };
    }
}
