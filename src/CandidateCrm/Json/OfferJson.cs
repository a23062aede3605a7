using System.Text.Json;
using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The offer of an application in the document of a relationship. Dates are days since 1970-01-01, so that nothing is allocated to write them.</summary>
internal static class OfferJson
{
    private const uint Must = (1u << (int)Member.Status) | (1u << (int)Member.Since);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private static readonly LocalDate Epoch = new(1970, 1, 1);

    private enum Member
    {
        Id,
        Version,
        Status,
        Since,
        MadeAt,
        AnswerBy,
        StartsOn,
        Number,
    }

    internal static void Write(Utf8JsonWriter writer, OfferState? offer)
    {
        if (offer is null)
        {
            return;
        }

        writer.WriteStartObject("offer"u8);
        writer.Code("id"u8, offer.Offer);
        writer.Count("version"u8, offer.Version);
        writer.Word("status"u8, offer.Status);
        writer.Micros("since"u8, offer.Since);
        writer.Micros("madeAt"u8, offer.MadeAt);
        writer.Micros("answerBy"u8, offer.AnswerBy);
        if (offer.StartsOn is { } date)
        {
            writer.WriteNumber("startsOn"u8, Period.DaysBetween(Epoch, date.WithCalendar(CalendarSystem.Iso)));
        }

        writer.Count("number"u8, offer.Number);
        writer.WriteEndObject();
    }

    /// <summary>Returns the offer of a document from before offers had more than the instant when they were made.</summary>
    internal static OfferState Early(Instant madeAt) => new() { Status = OfferStatus.Made, Since = madeAt, MadeAt = madeAt, Number = 1 };

    internal static OfferState Read(ref DocumentReader reader)
    {
        var offer = new OfferState { Status = default, Since = default };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            offer = (Member)members.Current switch
            {
                Member.Id => offer with { Offer = reader.Code<OfferId>() },
                Member.Version => offer with { Version = reader.Count() },
                Member.Status => offer with { Status = reader.Word<OfferStatus>() },
                Member.Since => offer with { Since = reader.Micros() },
                Member.MadeAt => offer with { MadeAt = reader.Micros() },
                Member.AnswerBy => offer with { AnswerBy = reader.Micros() },
                Member.StartsOn => offer with { StartsOn = DateOf(reader.Long()) },
                Member.Number => offer with { Number = reader.Count() },
                _ => throw DocumentFault.UnknownMember("offer"),
            };
        }

        members.Require(Must, "An offer");
        return offer;
    }

    private static LocalDate DateOf(long days) =>
        days is >= -4_000_000 and <= 2_900_000 ? Epoch.PlusDays((int)days) : throw new DocumentFault("A date is a number of days since 1970-01-01, in the years that there are.");
}
