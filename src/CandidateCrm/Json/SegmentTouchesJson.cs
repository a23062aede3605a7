using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>What kept segments need of the touchpoints, in the document of a relationship.</summary>
internal static class SegmentTouchesJson
{
    private const uint MustOfTouch = (1u << (int)TouchMember.At) | (1u << (int)TouchMember.Kind);

    private static readonly MemberNames Names = MemberNames.Of<Member>();
    private static readonly MemberNames TouchNames = MemberNames.Of<TouchMember>();

    private enum Member
    {
        Open,
        Settled,
        Past,
    }

    private enum TouchMember
    {
        At,
        Kind,
        Direction,
        Channel,
        Application,
        Automated,
        Quantity,
    }

    internal static void Write(Utf8JsonWriter writer, SegmentTouches touches)
    {
        writer.WriteStartObject("touches"u8);
        if (!touches.Open.IsEmpty)
        {
            writer.WriteStartArray("open"u8);
            foreach (var touch in touches.Open)
            {
                Write(writer, touch);
            }

            writer.WriteEndArray();
        }

        if (!touches.Settled.IsEmpty)
        {
            writer.WriteStartArray("settled"u8);
            foreach (var settled in touches.Settled)
            {
                writer.WriteNumberValue(settled);
            }

            writer.WriteEndArray();
        }

        writer.Count("past"u8, touches.Past);
        writer.WriteEndObject();
    }

    internal static SegmentTouches Read(ref DocumentReader reader)
    {
        var open = ImmutableArray.CreateBuilder<SegmentTouch>();
        var settled = ImmutableArray.CreateBuilder<int>();
        var past = 0;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Open:
                    reader.OpenArray();
                    while (reader.NextElement())
                    {
                        open.Add(Touch(ref reader));
                    }

                    break;
                case Member.Settled:
                    reader.OpenArray();
                    while (reader.NextElement())
                    {
                        settled.Add(reader.Count());
                    }

                    break;
                case Member.Past:
                    past = reader.Count();
                    break;
                default:
                    throw DocumentFault.UnknownMember("segments");
            }
        }

        return new SegmentTouches { Open = open.DrainToImmutable(), Settled = settled.DrainToImmutable(), Past = past };
    }

    private static void Write(Utf8JsonWriter writer, SegmentTouch touch)
    {
        writer.WriteStartObject();
        writer.Micros("at"u8, touch.At);
        writer.Code("kind"u8, touch.Told.Kind);
        writer.Other("direction"u8, touch.Told.Direction);
        writer.Code("channel"u8, touch.Told.Channel);
        writer.Code("application"u8, touch.Told.Application);
        writer.Flag("automated"u8, touch.Told.Automated);
        writer.Count("quantity"u8, touch.Told.Quantity == 1 ? 0 : touch.Told.Quantity);
        writer.WriteEndObject();
    }

    private static SegmentTouch Touch(ref DocumentReader reader)
    {
        Instant at = default;
        TouchKind kind = default;
        Direction direction = default;
        Channel channel = default;
        JobApplicationId application = default;
        var isAutomated = false;
        var quantity = 1;
        var members = reader.Open(TouchNames);
        while (reader.Next(ref members))
        {
            switch ((TouchMember)members.Current)
            {
                case TouchMember.At:
                    at = reader.Micros();
                    break;
                case TouchMember.Kind:
                    kind = reader.Code<TouchKind>();
                    break;
                case TouchMember.Direction:
                    direction = reader.Word<Direction>();
                    break;
                case TouchMember.Channel:
                    channel = reader.Code<Channel>();
                    break;
                case TouchMember.Application:
                    application = reader.Code<JobApplicationId>();
                    break;
                case TouchMember.Automated:
                    isAutomated = reader.IsTrue;
                    break;
                case TouchMember.Quantity:
                    quantity = reader.Count();
                    break;
                default:
                    throw DocumentFault.UnknownMember("segments");
            }
        }

        members.Require(MustOfTouch, "A touchpoint that segments need");
        return new SegmentTouch
        {
            At = at,
            Told = new TouchpointRecorded { Kind = kind, Direction = direction, Channel = channel, Application = application, Automated = isAutomated, Quantity = quantity },
        };
    }
}
