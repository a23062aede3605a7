using System.Globalization;
using CandidateCrm.Applications;
using GreenhouseBridge.Webhooks;
using NodaTime;

namespace GreenhouseBridge.Mapping;

/// <summary>Offers. A payload shows the whole offer as it stands and names the application only; whose that is, other payloads say.</summary>
internal static class OfferPayloads
{
    /// <summary>Created, approved or changed: what was prepared, sent and answered is told by each of them alike.</summary>
    internal static void OfferShown(MappedPayload into)
    {
        var offer = into.Fields;
        var application = offer.Id("application_id");
        var sentOn = offer.OptionalDate("sent_on");
        var resolvedAt = offer.OptionalInstant("resolved_at");
        var said = new OfferReading(Subject.Application(application), application, offer.Id("id"), offer.OptionalNumber("version") ?? 0);
        var startsOn = offer.OptionalDate("start_date");
        var status = offer.OptionalText("offer_status");
        if (into.Findings.Count > 0)
        {
            return;
        }

        TellPrepared(into, said, sentOn);
        TellMade(into, said, sentOn, startsOn);
        TellAnswer(into, said, status, resolvedAt);
    }

    /// <summary>That an offer is gone says nothing where none was ever told; the library would take it for a sign of the application.</summary>
    internal static void OfferDeleted(MappedPayload into)
    {
        var offer = into.Fields.Object("offer");
        var application = offer.Id("application_id");
        var said = new OfferReading(Subject.Application(application), application, offer.Id("id"), 0);
        into.Tell(new Telling
        {
            Subject = said.Subject,
            Key = said.Key("removed"),
            Moment = Moment.Of(into.ReceivedAt),
            Order = LineOrder.OfferRemoved,
            Fact = new OfferRemoved { Application = said.ApplicationId, Offer = said.OfferId },
            Rule = TellingRule.Best,
            Topic = said.Key("removed"),
            Needs = said.Key("version-"),
        });
    }

    /// <summary>Tells the offer that a hire holds: it was sent and accepted. Nothing where there is none.</summary>
    internal static void TellAccepted(MappedPayload into, ApplicationReading hire, PayloadFields offer, LocalDate? startsOn)
    {
        if (!offer.IsThere)
        {
            return;
        }

        var said = new OfferReading(hire.Subject, hire.Id, offer.Id("id"), offer.OptionalNumber("version") ?? 0);
        TellMade(into, said, offer.OptionalDate("sent_at"), startsOn);
        TellAnswer(into, said, "Accepted", offer.OptionalInstant("resolved_at"));
    }

    /// <summary>Every version is prepared once, at the first moment at which a payload shows it.</summary>
    private static void TellPrepared(MappedPayload into, OfferReading said, LocalDate? sentOn) => into.Tell(new Telling
    {
        Subject = said.Subject,
        Key = said.Key($"version-{said.Version}:prepared"),
        Moment = sentOn is { } date ? Moment.Of(date, into.Options.Zone) : Moment.Of(into.ReceivedAt),
        Order = LineOrder.OfferPrepared + said.Step,
        Fact = new OfferPrepared { Application = said.ApplicationId, Offer = said.OfferId, Version = said.Version },
        Rule = TellingRule.Best,
        Topic = said.Key($"version-{said.Version}:prepared"),
    });

    private static void TellMade(MappedPayload into, OfferReading said, LocalDate? sentOn, LocalDate? startsOn)
    {
        if (sentOn is { } date)
        {
            into.Tell(said.Subject, said.Key($"version-{said.Version}:made"), Moment.Of(date, into.Options.Zone), LineOrder.OfferMade + said.Step, new OfferMade
            {
                Application = said.ApplicationId,
                Offer = said.OfferId,
                Version = said.Version,
                StartsOn = startsOn,
            });
        }
    }

    /// <summary>A version that is deprecated was replaced by a newer one before it was answered.</summary>
    private static void TellAnswer(MappedPayload into, OfferReading said, string? status, Instant? resolvedAt)
    {
        var at = Moment.OfInstant(resolvedAt);
        switch (status?.ToUpperInvariant())
        {
            case "ACCEPTED":
                into.Tell(said.Subject, said.Key("accepted"), at, LineOrder.OfferAnswered, new OfferAccepted { Application = said.ApplicationId, Offer = said.OfferId });
                break;
            case "REJECTED":
                into.Tell(said.Subject, said.Key("declined"), at, LineOrder.OfferAnswered, new OfferDeclined { Application = said.ApplicationId, Offer = said.OfferId });
                break;
            default:
                break;
        }
    }

    private sealed record OfferReading(Subject Subject, long Application, long Offer, int Version)
    {
        internal JobApplicationId ApplicationId => JobApplicationId.From(Application.ToString(CultureInfo.InvariantCulture));

        internal OfferId OfferId => OfferId.From(Offer.ToString(CultureInfo.InvariantCulture));

        /// <summary>Gets where the version stands among those of one date.</summary>
        internal int Step => Math.Min(Version, 99);

        internal string Key(string what) => string.Create(CultureInfo.InvariantCulture, $"offer:{Offer}:{what}");
    }
}
