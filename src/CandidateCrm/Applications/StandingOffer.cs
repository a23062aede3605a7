using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>The offer of a live application that stands: the one place that says which offers keep an application from ending with its opening.</summary>
internal static class StandingOffer
{
    /// <summary>Returns since when it stands; null where none does.</summary>
    internal static Instant? Since(ApplicationState application) => application.Offer is { Status: OfferStatus.Made or OfferStatus.Accepted } offer ? offer.MadeAt ?? offer.Since : null;

    internal static bool Has(ApplicationState application) => Since(application) is not null;
}
