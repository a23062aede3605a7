using System.Text.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>The cursor in the document of a relationship; one at the start of the line is left out.</summary>
internal static class CursorJson
{
    private const uint Must = (1u << (int)Member.At) | (1u << (int)Member.Rank);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        At,
        Rank,
        SourceOrder,
        Id,
        Ordinal,
    }

    internal static void Write(Utf8JsonWriter writer, TimelinePlace cursor)
    {
        if (cursor == TimelinePlace.Start)
        {
            return;
        }

        writer.WriteStartObject("cursor"u8);
        writer.WriteNumber("at"u8, cursor.Micros);
        writer.WriteNumber("rank"u8, cursor.Rank);
        writer.Count("sourceOrder"u8, cursor.SourceOrder);
        if (!string.IsNullOrEmpty(cursor.Id))
        {
            writer.WriteString("id"u8, cursor.Id);
        }

        writer.Count("ordinal"u8, cursor.Ordinal);
        writer.WriteEndObject();
    }

    internal static TimelinePlace Read(ref DocumentReader reader)
    {
        long micros = 0;
        var rank = 0;
        long order = 0;
        string? id = null;
        var ordinal = 0;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.At:
                    micros = reader.Long();
                    break;
                case Member.Rank:
                    rank = reader.Count();
                    break;
                case Member.SourceOrder:
                    order = reader.Long();
                    break;
                case Member.Id:
                    id = reader.Text();
                    break;
                case Member.Ordinal:
                    ordinal = reader.Count();
                    break;
                default:
                    throw DocumentFault.UnknownMember("cursor");
            }
        }

        members.Require(Must, "A cursor");
        return rank <= TimelinePlace.AlarmRank
            ? new TimelinePlace(micros, (byte)rank, order, id, ordinal)
            : throw new DocumentFault("The rank of a cursor is 0 to 2.");
    }
}
