using System.Text.Json;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The contact slice in the document of a relationship.</summary>
internal static class ContactJson
{
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        LastInboundAt,
        LastOutboundAt,
        Touchpoints,
        FirstAt,
    }

    internal static void Write(Utf8JsonWriter writer, ContactSlice slice)
    {
        writer.WriteStartObject("contact"u8);
        writer.Micros("lastInboundAt"u8, slice.LastInboundAt);
        writer.Micros("lastOutboundAt"u8, slice.LastOutboundAt);
        writer.Count("touchpoints"u8, slice.Touchpoints);
        writer.Micros("firstAt"u8, slice.FirstTouchpointAt);
        writer.WriteEndObject();
    }

    internal static ContactSlice Read(ref DocumentReader reader)
    {
        Instant? inbound = null;
        Instant? outbound = null;
        Instant? first = null;
        long touchpoints = 0;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.LastInboundAt:
                    inbound = reader.Micros();
                    break;
                case Member.LastOutboundAt:
                    outbound = reader.Micros();
                    break;
                case Member.Touchpoints:
                    touchpoints = reader.Long();
                    break;
                case Member.FirstAt:
                    first = reader.Micros();
                    break;
                default:
                    throw DocumentFault.UnknownMember("contact");
            }
        }

        return new ContactSlice { LastInboundAt = inbound, LastOutboundAt = outbound, FirstTouchpointAt = first, Touchpoints = touchpoints };
    }
}
