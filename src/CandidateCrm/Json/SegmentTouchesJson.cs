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
        ImmutableArray<SegmentTouch> open = [];
        ImmutableArray<int> settled = [];
        var past = 0;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Open:
                    open = Open(ref reader);
                    break;
                case Member.Settled:
                    settled = Settled(ref reader);
                    break;
                case Member.Past:
                    past = reader.Count();
                    break;
                default:
                    throw DocumentFault.UnknownMember("segments");
            }
        }

        return new SegmentTouches { Open = open, Settled = settled, Past = past };
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

    private static ImmutableArray<SegmentTouch> Open(ref DocumentReader reader) => reader.List<SegmentTouch>(4, Touch);

    private static ImmutableArray<int> Settled(ref DocumentReader reader) => reader.List<int>(4, static (ref DocumentReader element) => element.Count());

    private static SegmentTouch Touch(ref DocumentReader reader)
    {
        Instant at = default;
        var told = new TouchpointRecorded { Kind = default, Direction = default };
        var members = reader.Open(TouchNames);
        while (reader.Next(ref members))
        {
            var member = (TouchMember)members.Current;
            if (member == TouchMember.At)
            {
                at = reader.Micros();
            }
            else
            {
                told = With(told, member, ref reader);
            }
        }

        members.Require(MustOfTouch, "A touchpoint that segments need");
        return new SegmentTouch { At = at, Told = told };
    }

    private static TouchpointRecorded With(TouchpointRecorded told, TouchMember member, ref DocumentReader reader) => member switch
    {
        TouchMember.Kind => told with { Kind = reader.Code<TouchKind>() },
        TouchMember.Direction => told with { Direction = reader.Word<Direction>() },
        TouchMember.Channel => told with { Channel = reader.Code<Channel>() },
        TouchMember.Application => told with { Application = reader.Code<JobApplicationId>() },
        TouchMember.Automated => told with { Automated = reader.IsTrue },
        TouchMember.Quantity => told with { Quantity = reader.Count() is >= 1 and <= 10_000 and var quantity ? quantity : throw new DocumentFault("A touchpoint stands for 1 to 10,000 interactions.") },
        _ => throw DocumentFault.UnknownMember("segments"),
    };
}
