using System.Text.Json;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>When failed features are tried again in the document of a relationship.</summary>
internal static class RedriveJson
{
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Attempts,
        At,
    }

    internal static void Write(Utf8JsonWriter writer, Redrive redrive)
    {
        writer.WriteStartObject("redrive"u8);
        writer.Count("attempts"u8, redrive.Attempts);
        writer.Micros("at"u8, redrive.At);
        writer.WriteEndObject();
    }

    internal static Redrive Read(ref DocumentReader reader)
    {
        var attempts = 0;
        Instant? at = null;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Attempts:
                    attempts = reader.Count();
                    break;
                case Member.At:
                    at = reader.Micros();
                    break;
                default:
                    throw DocumentFault.UnknownMember("redrive");
            }
        }

        return new Redrive { Attempts = attempts, At = at };
    }
}
