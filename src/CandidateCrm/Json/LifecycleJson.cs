using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Lifecycle;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The lifecycle in the document of a relationship.</summary>
internal static class LifecycleJson
{
    private const uint Must = (1u << (int)Member.Phase) | (1u << (int)Member.Since);
    private const uint StayMust = (1u << (int)StayMember.Phase) | (1u << (int)StayMember.Visits) | (1u << (int)StayMember.Nanos);
    private static readonly MemberNames Names = MemberNames.Of<Member>();
    private static readonly MemberNames StayNames = MemberNames.Of<StayMember>();

    private enum Member
    {
        Phase,
        Since,
        Changes,
        HasSpoken,
        Past,
    }

    private enum StayMember
    {
        Phase,
        Visits,
        Nanos,
    }

    internal static void Write(Utf8JsonWriter writer, LifecycleSlice slice)
    {
        writer.WriteStartObject("lifecycle"u8);
        writer.Code("phase"u8, slice.Phase);
        writer.Micros("since"u8, slice.Since);
        writer.Count("changes"u8, slice.Changes);
        if (slice.HasSpoken)
        {
            writer.WriteBoolean("hasSpoken"u8, value: true);
        }

        if (!slice.Past.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("past"u8);
            foreach (var stay in slice.Past)
            {
                writer.WriteStartObject();
                writer.Code("phase"u8, stay.Phase);
                writer.WriteNumber("visits"u8, stay.Visits);
                writer.Nanos("nanos"u8, stay.Total);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal static LifecycleSlice Read(ref DocumentReader reader)
    {
        Phase phase = default;
        Instant since = default;
        var changes = 0;
        var hasSpoken = false;
        ImmutableArray<PhaseStay> past = [];
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Phase:
                    phase = reader.Code<Phase>();
                    break;
                case Member.Since:
                    since = reader.Micros();
                    break;
                case Member.Changes:
                    changes = reader.Count();
                    break;
                case Member.HasSpoken:
                    hasSpoken = reader.IsTrue;
                    break;
                case Member.Past:
                    past = Past(ref reader);
                    break;
                default:
                    throw DocumentFault.UnknownMember("lifecycle");
            }
        }

        members.Require(Must, "A lifecycle");
        return new LifecycleSlice { Phase = phase, Since = since, Changes = changes, HasSpoken = hasSpoken, Past = past };
    }

    private static ImmutableArray<PhaseStay> Past(ref DocumentReader reader)
    {
        var past = ImmutableArray.CreateBuilder<PhaseStay>(4);
        reader.OpenArray();
        while (reader.NextElement())
        {
            past.Add(Stay(ref reader));
        }

        return past.DrainToImmutable();
    }

    private static PhaseStay Stay(ref DocumentReader reader)
    {
        Phase phase = default;
        var visits = 0;
        var total = Duration.Zero;
        var members = reader.Open(StayNames);
        while (reader.Next(ref members))
        {
            switch ((StayMember)members.Current)
            {
                case StayMember.Phase:
                    phase = reader.Code<Phase>();
                    break;
                case StayMember.Visits:
                    visits = reader.Count();
                    break;
                case StayMember.Nanos:
                    total = reader.Nanos();
                    break;
                default:
                    throw DocumentFault.UnknownMember("past");
            }
        }

        members.Require(StayMust, "A stay");
        return new PhaseStay { Phase = phase, Visits = visits, Total = total };
    }
}
