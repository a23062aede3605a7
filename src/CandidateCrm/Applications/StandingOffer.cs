using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>
/// The offer of an application that stands: the one place that says which offers keep an application from ending with its opening. That of an application which has ended rests, and stands again where it goes on.
/// </summary>
internal static class StandingOffer
{
    /// <summary>Returns since when it stands; null where none does.</summary>
    internal static Instant? Since(ApplicationState application) => Has(application) ? application.Offer!.MadeAt ?? application.Offer.Since : null;

    internal static bool Has(ApplicationState application) => application is { Ending: null, Offer: { } offer } && Is(offer);

    /// <summary>Says whether an offer waits for its answer, or was accepted.</summary>
    internal static bool Is(OfferState offer) => offer.Status is OfferStatus.Made or OfferStatus.Accepted;
}
