using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>
/// Segments in the document of a relationship. A standing is an array: the segment, how often in, the version, since when or <c>null</c>, and, where time alone changes it, when.
/// </summary>
internal static class SegmentsJson
{
    private const uint MustOfChoice = (1u << (int)ChoiceMember.Segment) | (1u << (int)ChoiceMember.At) | (1u << (int)ChoiceMember.Reason);

    private static readonly MemberNames Names = MemberNames.Of<Member>();
    private static readonly MemberNames ChoiceNames = MemberNames.Of<ChoiceMember>();

    private enum Member
    {
        Standings,
        Choices,
        Touches,
    }

    private enum ChoiceMember
    {
        Segment,
        Out,
        At,
        Actor,
        Person,
        Reason,
    }

    internal static void Write(Utf8JsonWriter writer, SegmentsSlice slice)
    {
        writer.WriteStartObject("segments"u8);
        if (!slice.Standings.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("standings"u8);
            foreach (var standing in slice.Standings)
            {
                Write(writer, standing);
            }

            writer.WriteEndArray();
        }

        if (!slice.Choices.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("choices"u8);
            foreach (var choice in slice.Choices)
            {
                Write(writer, choice);
            }

            writer.WriteEndArray();
        }

        if (slice.Touches is { } touches)
        {
            SegmentTouchesJson.Write(writer, touches);
        }

        writer.WriteEndObject();
    }

    internal static SegmentsSlice Read(ref DocumentReader reader)
    {
        ImmutableArray<SegmentStanding> standings = [];
        ImmutableArray<SegmentChoice> choices = [];
        SegmentTouches? touches = null;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Standings:
                    standings = Standings(ref reader);
                    break;
                case Member.Choices:
                    choices = Choices(ref reader);
                    break;
                case Member.Touches:
                    touches = SegmentTouchesJson.Read(ref reader);
                    break;
                default:
                    throw DocumentFault.UnknownMember("segments");
            }
        }

        return new SegmentsSlice { Standings = standings, Choices = choices, Touches = touches };
    }

    private static void Write(Utf8JsonWriter writer, SegmentStanding standing)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(standing.Segment.Value);
        writer.WriteNumberValue(standing.Stays);
        writer.WriteNumberValue(standing.Version);
        if (standing.Since is { } since)
        {
            writer.WriteNumberValue(Microseconds.ToMicros(since));
        }
        else
        {
            writer.WriteNullValue();
        }

        if (standing.FlipsAt is { } flip)
        {
            writer.WriteNumberValue(Microseconds.ToMicros(flip));
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, SegmentChoice choice)
    {
        writer.WriteStartObject();
        writer.Code("segment"u8, choice.Segment);
        writer.Flag("out"u8, !choice.IsIn);
        writer.Micros("at"u8, choice.At);
        writer.By("actor"u8, "person"u8, choice.By);
        writer.Code("reason"u8, choice.Reason);
        writer.WriteEndObject();
    }

    private static ImmutableArray<SegmentStanding> Standings(ref DocumentReader reader) => reader.List<SegmentStanding>(4, Standing);

    private static SegmentStanding Standing(ref DocumentReader reader)
    {
        reader.OpenArray();
        Need(reader.NextElement());
        var segment = reader.Code<SegmentKey>();
        Need(reader.NextElement());
        var stays = reader.Count();
        Need(reader.NextElement());
        var version = reader.Count();
        Need(reader.NextElement());
        Instant? since = reader.IsNull ? null : reader.Micros();
        Instant? flip = null;
        if (reader.NextElement())
        {
            flip = reader.Micros();
            Need(!reader.NextElement());
        }

        return new SegmentStanding { Segment = segment, Stays = stays, Version = version, Since = since, FlipsAt = flip };
    }

    private static ImmutableArray<SegmentChoice> Choices(ref DocumentReader reader) => reader.List<SegmentChoice>(1, Choice);

    private static SegmentChoice Choice(ref DocumentReader reader)
    {
        SegmentKey segment = default;
        var isOut = false;
        Instant at = default;
        ActorKind kind = default;
        PersonId person = default;
        ReasonCode reason = default;
        var members = reader.Open(ChoiceNames);
        while (reader.Next(ref members))
        {
            switch ((ChoiceMember)members.Current)
            {
                case ChoiceMember.Segment:
                    segment = reader.Code<SegmentKey>();
                    break;
                case ChoiceMember.Out:
                    isOut = reader.IsTrue;
                    break;
                case ChoiceMember.At:
                    at = reader.Micros();
                    break;
                case ChoiceMember.Actor:
                    kind = reader.Word<ActorKind>();
                    break;
                case ChoiceMember.Person:
                    person = reader.Code<PersonId>();
                    break;
                case ChoiceMember.Reason:
                    reason = reader.Code<ReasonCode>();
                    break;
                default:
                    throw DocumentFault.UnknownMember("segments");
            }
        }

        members.Require(MustOfChoice, "A decision about a segment");
        return new SegmentChoice { Segment = segment, IsIn = !isOut, At = at, By = ActorWords.Of(kind, person), Reason = reason };
    }

    private static void Need(bool isRight)
    {
        if (!isRight)
        {
            throw new DocumentFault("A standing is an array of a segment, two numbers, and since when, and nothing else but when it changes.");
        }
    }
}
