using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;

namespace GreenhouseBridge.Mapping;

/// <summary>The person: hired, changed, merged, anonymised, deleted.</summary>
internal static class CandidatePayloads
{
    /// <summary>The code of the fact that fields of a person were anonymised.</summary>
    internal static readonly FactCode Anonymised = FactCode.From("greenhouse.anonymized");

    private const int MostFields = 31; // A custom fact has 32 attributes, and one is their number.

    /// <summary>The payload holds the offer that was accepted; it is told like that of a payload about offers.</summary>
    internal static void Hired(MappedPayload into)
    {
        var said = ApplicationReading.Of(into);
        var offer = into.Fields.Object("application").OptionalObject("offer");
        var startsOn = offer.OptionalDate("starts_at");
        var at = Moment.OfInstant(offer.OptionalInstant("resolved_at"));
        if (into.Findings.Count > 0)
        {
            return;
        }

        into.Link(Subject.Application(said.Id), said.Subject);
        ApplicationPayloads.TellContact(into, said.Subject, said.MayContact, at);
        OfferPayloads.TellAccepted(into, said, offer, startsOn);
        into.Tell(said.Subject, said.Key("hired"), at, LineOrder.Hired, new CandidateHired { Application = said.Application, StartsOn = startsOn });
    }

    /// <summary>The person's data stay with the host, who is asked for them when something is sent.</summary>
    internal static void Updated(MappedPayload into)
    {
        var candidate = into.Fields.Object("candidate");
        var id = Subject.Candidate(candidate.Id("id"));
        var mayContact = candidate.OptionalFlag("can_email");
        ApplicationPayloads.TellContact(into, id, mayContact, said: null);
        if (mayContact is null)
        {
            into.Ignore("it says nothing of whether the person may be written to, and the rest of a person's data stays with the host");
        }
    }

    /// <summary>The losing record says where the person goes on. Timelines are not united by it.</summary>
    internal static void MergedInto(MappedPayload into)
    {
        var person = into.Fields.Object("person");
        var id = Subject.Candidate(person.Id("id"));
        var winner = person.Id("new_candidate_id");
        if (into.Findings.Count == 0)
        {
            ApplicationPayloads.TellContact(into, id, person.OptionalFlag("can_email"), said: null);
            into.Tell(id, "merged", null, LineOrder.Merged, new CandidateMerged { Into = CandidateId.From(winner.ToString(CultureInfo.InvariantCulture)) });
        }
    }

    /// <summary>Only the named fields are gone; the record stays, and so does the relationship.</summary>
    internal static void FieldsAnonymised(MappedPayload into)
    {
        var id = Subject.Candidate(into.Fields.Id("candidate_id"));
        var fields = into.Fields.Texts("anonymized_fields").Select(name => Slug.Of(name, "field", 0).Replace('-', '_')).Distinct().ToList();
        into.ForgetRaw(id);
        into.Tell(id, "anonymized", Moment.Of(into.ReceivedAt), LineOrder.Anonymised, new CustomFact
        {
            Code = Anonymised,
            Attributes =
            [
                new FactField(FactCode.From("fields"), AttributeValue.Number(fields.Count)),
                .. fields.Order(StringComparer.Ordinal).Take(MostFields).Select(name => new FactField(FactCode.From("field." + name), AttributeValue.Boolean(true))),
            ],
        });
    }

    /// <summary>The person is gone with the applications that are listed. What the bridge kept raw of them goes too.</summary>
    internal static void Deleted(MappedPayload into)
    {
        var person = into.Fields.Object("person");
        var id = Subject.Candidate(person.Id("id"));
        ApplicationPayloads.TellContact(into, id, person.OptionalFlag("can_email"), said: null);
        foreach (var application in person.OptionalIds("deleted_application_ids"))
        {
            ApplicationPayloads.TellRemoved(into, id, application);
        }

        into.ForgetRaw(id);
        into.Tell(id, "erased", null, LineOrder.Erased, new CandidateErased());
    }
}
