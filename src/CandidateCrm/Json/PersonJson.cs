using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>
/// What is known of the person, in the document of a relationship. An origin is an array: source and first instant; where there were more, also the
/// latest and how many; where there is a campaign, that as well. Nearly everybody has one, so it is kept short.
/// </summary>
internal static class PersonJson
{
    private static readonly MemberNames Names = MemberNames.Of<Member>();
    private static readonly MemberNames HoldNames = MemberNames.Of<Hold>();

    private enum Member
    {
        Availability,
        Interest,
        Activations,
        Origins,
        OriginsLeftOut,
        Holds,
        Attributes,
        RowVersions,
    }

    private enum Hold
    {
        ErasedAt,
        MergedInto,
        BarredSince,
        AwayUntil,
    }

    internal static void Write(Utf8JsonWriter writer, CandidateSlice slice)
    {
        writer.WriteStartObject("person"u8);
        if (slice.Availability is { } availability)
        {
            StandingJson<Availability>.Write(writer, "availability"u8, availability);
        }

        if (slice.Interest is { } interest)
        {
            StandingJson<InterestLevel>.Write(writer, "interest"u8, interest);
        }

        writer.Count("activations"u8, slice.Activations);
        if (!slice.Origins.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("origins"u8);
            foreach (var origin in slice.Origins)
            {
                Write(writer, origin);
            }

            writer.WriteEndArray();
        }

        writer.Count("originsLeftOut"u8, slice.OriginsLeftOut);
        if (slice.Holds != CandidateHolds.None)
        {
            writer.WriteStartObject("holds"u8);
            writer.Micros("erasedAt"u8, slice.Holds.ErasedAt);
            writer.Code("mergedInto"u8, slice.Holds.MergedInto);
            writer.Micros("barredSince"u8, slice.Holds.BarredSince);
            writer.Micros("awayUntil"u8, slice.Holds.AwayUntil);
            writer.WriteEndObject();
        }

        AttributesJson.Write(writer, slice.Attributes);
        writer.WriteEndObject();
    }

    internal static CandidateSlice Read(ref DocumentReader reader)
    {
        var slice = new CandidateSlice();
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            slice = (Member)members.Current switch
            {
                Member.Availability => slice with { Availability = StandingJson<Availability>.Read(ref reader) },
                Member.Interest => slice with { Interest = StandingJson<InterestLevel>.Read(ref reader) },
                Member.Activations => slice with { Activations = reader.Count() },
                Member.Origins => slice with { Origins = Origins(ref reader) },
                Member.OriginsLeftOut => slice with { OriginsLeftOut = reader.Count() },
                Member.Holds => slice with { Holds = Holds(ref reader) },
                Member.Attributes => slice with { Attributes = AttributesJson.Read(ref reader) },
                Member.RowVersions => slice with { Attributes = AttributesJson.ReadVersions(ref reader, slice.Attributes) },
                _ => throw DocumentFault.UnknownMember("person"),
            };
        }

        return slice;
    }

    private static CandidateHolds Holds(ref DocumentReader reader)
    {
        var holds = CandidateHolds.None;
        var members = reader.Open(HoldNames);
        while (reader.Next(ref members))
        {
            holds = (Hold)members.Current switch
            {
                Hold.ErasedAt => holds with { ErasedAt = reader.Micros() },
                Hold.MergedInto => holds with { MergedInto = reader.Code<CandidateId>() },
                Hold.BarredSince => holds with { BarredSince = reader.Micros() },
                Hold.AwayUntil => holds with { AwayUntil = reader.Micros() },
                _ => throw DocumentFault.UnknownMember("holds"),
            };
        }

        return holds;
    }

    private static void Write(Utf8JsonWriter writer, Origin origin)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(origin.Source.Value);
        writer.WriteNumberValue(Microseconds.ToMicros(origin.FirstAt));
        if (origin.Count != 1 || origin.LastAt != origin.FirstAt || origin.Campaign.IsAssigned)
        {
            writer.WriteNumberValue(Microseconds.ToMicros(origin.LastAt));
            writer.WriteNumberValue(origin.Count);
        }

        if (origin.Campaign.IsAssigned)
        {
            writer.WriteStringValue(origin.Campaign.Value);
        }

        writer.WriteEndArray();
    }

    private static ImmutableArray<Origin> Origins(ref DocumentReader reader) => reader.List<Origin>(2, One);

    private static Origin One(ref DocumentReader reader)
    {
        reader.OpenArray();
        Need(reader.NextElement());
        var source = reader.Code<SourceCode>();
        Need(reader.NextElement());
        var first = reader.Micros();
        if (!reader.NextElement())
        {
            return new Origin { Source = source, FirstAt = first, LastAt = first, Count = 1 };
        }

        var last = reader.Micros();
        Need(reader.NextElement());
        var count = reader.Count();
        CampaignCode campaign = default;
        if (reader.NextElement())
        {
            campaign = reader.Code<CampaignCode>();
            Need(!reader.NextElement());
        }

        return new Origin { Source = source, Campaign = campaign, FirstAt = first, LastAt = last, Count = count };
    }

    private static void Need(bool isThere)
    {
        if (!isThere)
        {
            throw new DocumentFault("An origin is an array of a source, an instant and, together, another instant and a number; a campaign may follow.");
        }
    }
}
