using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The visits of an application in the document of a relationship.</summary>
internal static class VisitsJson
{
    private const uint Must = (1u << (int)Member.Stage) | (1u << (int)Member.From);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Stage,
        From,
        To,
        Actor,
        Person,
        Category,
        Reason,
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<StageVisit> visits)
    {
        if (visits.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("visits"u8);
        foreach (var visit in visits)
        {
            writer.WriteStartObject();
            writer.Code("stage"u8, visit.Stage);
            writer.Micros("from"u8, visit.From);
            writer.Micros("to"u8, visit.To);
            writer.By("actor"u8, "person"u8, visit.Actor);
            writer.Other("category"u8, visit.Category);
            writer.Code("reason"u8, visit.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static ImmutableArray<StageVisit> Read(ref DocumentReader reader) => reader.List<StageVisit>(4, Visit);

    private static StageVisit Visit(ref DocumentReader reader)
    {
        StageKey stage = default;
        Instant from = default;
        Instant? to = null;
        ActorKind kind = default;
        PersonId person = default;
        StageCategory category = default;
        ReasonCode reason = default;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Stage:
                    stage = reader.Code<StageKey>();
                    break;
                case Member.From:
                    from = reader.Micros();
                    break;
                case Member.To:
                    to = reader.Micros();
                    break;
                case Member.Actor:
                    kind = reader.Word<ActorKind>();
                    break;
                case Member.Person:
                    person = reader.Code<PersonId>();
                    break;
                case Member.Category:
                    category = reader.Word<StageCategory>();
                    break;
                case Member.Reason:
                    reason = reader.Code<ReasonCode>();
                    break;
                default:
                    throw DocumentFault.UnknownMember("visits");
            }
        }

        members.Require(Must, "A visit");
        return new StageVisit { Stage = stage, Category = category, From = from, To = to, Actor = ActorWords.Of(kind, person), Reason = reason };
    }
}
