using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>A value that was stated of a person, in the document of a relationship.</summary>
internal static class StandingJson<T>
    where T : struct, Enum
{
    private const uint Must = (1u << (int)Member.Current) | (1u << (int)Member.Since);
    private const uint StayMust = 1u << (int)StayMember.Value;
    private static readonly MemberNames Names = MemberNames.Of<Member>();
    private static readonly MemberNames StayNames = MemberNames.Of<StayMember>();

    private enum Member
    {
        Current,
        Since,
        Changes,
        Past,
    }

    private enum StayMember
    {
        Value,
        Visits,
        Nanos,
    }

    internal static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Standing<T> standing)
    {
        writer.WriteStartObject(name);
        writer.Word("current"u8, standing.Current);
        writer.Micros("since"u8, standing.Since);
        writer.Count("changes"u8, standing.Changes);
        if (!standing.Past.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("past"u8);
            foreach (var stay in standing.Past)
            {
                writer.WriteStartObject();
                writer.Word("value"u8, stay.Value);
                writer.Count("visits"u8, stay.Visits);
                writer.Nanos("nanos"u8, stay.Total);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    internal static Standing<T> Read(ref DocumentReader reader)
    {
        var standing = new Standing<T> { Current = default, Since = default };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            standing = (Member)members.Current switch
            {
                Member.Current => standing with { Current = reader.Word<T>() },
                Member.Since => standing with { Since = reader.Micros() },
                Member.Changes => standing with { Changes = reader.Count() },
                Member.Past => standing with { Past = Past(ref reader) },
                _ => throw DocumentFault.UnknownMember("person"),
            };
        }

        members.Require(Must, "A stated value");
        return standing;
    }

    private static ImmutableArray<Stay<T>> Past(ref DocumentReader reader) => reader.List<Stay<T>>(4, Stay);

    private static Stay<T> Stay(ref DocumentReader reader)
    {
        var stay = new Stay<T> { Value = default, Visits = 0, Total = Duration.Zero };
        var members = reader.Open(StayNames);
        while (reader.Next(ref members))
        {
            stay = (StayMember)members.Current switch
            {
                StayMember.Value => stay with { Value = reader.Word<T>() },
                StayMember.Visits => stay with { Visits = reader.Count() },
                StayMember.Nanos => stay with { Total = reader.Nanos() },
                _ => throw DocumentFault.UnknownMember("past"),
            };
        }

        members.Require(StayMust, "A stay");
        return stay;
    }
}
