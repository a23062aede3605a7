using CandidateCrm.Applications;

namespace CandidateCrm.Testing;

/// <summary>Words for what becomes of an offer; that it was made is <see cref="TimelineBuilder.Offered"/>.</summary>
public static class OfferWords
{
    /// <summary>Tells that an offer is being prepared.</summary>
    public static TimelineBuilder OfferPrepared(this TimelineBuilder told, string application) =>
        Told(told, "prepared", new OfferPrepared { Application = JobApplicationId.From(application) });

    /// <summary>Tells that the candidate said yes.</summary>
    public static TimelineBuilder OfferAccepted(this TimelineBuilder told, string application) =>
        Told(told, "accepted", new OfferAccepted { Application = JobApplicationId.From(application) });

    /// <summary>Tells that the candidate said no.</summary>
    public static TimelineBuilder OfferDeclined(this TimelineBuilder told, string application) =>
        Told(told, "declined", new OfferDeclined { Application = JobApplicationId.From(application) });

    /// <summary>Tells that we took the offer back.</summary>
    public static TimelineBuilder OfferWithdrawn(this TimelineBuilder told, string application) =>
        Told(told, "withdrawn", new OfferWithdrawn { Application = JobApplicationId.From(application) });

    /// <summary>Tells that the time to answer is over.</summary>
    public static TimelineBuilder OfferExpired(this TimelineBuilder told, string application) =>
        Told(told, "expired", new OfferExpired { Application = JobApplicationId.From(application) });

    private static TimelineBuilder Told(TimelineBuilder told, string what, IOfferFact fact)
    {
        ArgumentNullException.ThrowIfNull(told);
        return told.Told($"application:{fact.Application}:offer:{what}", fact);
    }
}
