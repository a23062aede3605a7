using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The offer of a live application that stands: the one place that says which offers keep an application from ending with its opening.</summary>
internal static class StandingOffer
{
    /// <summary>Returns since when it stands; null where none does.</summary>
    internal static Instant? Since(ApplicationState application) => application.Offer is { } offer && Is(offer) ? offer.MadeAt ?? offer.Since : null;

    internal static bool Has(ApplicationState application) => application.Offer is { } offer && Is(offer);

    /// <summary>Says whether an offer waits for its answer, or was accepted.</summary>
    internal static bool Is(OfferState offer) => offer.Status is OfferStatus.Made or OfferStatus.Accepted;
}
