using System.Text.Json;
using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The ending of an application in the document of a relationship.</summary>
internal static class EndingJson
{
    private const uint Must = (1u << (int)Member.Disposition) | (1u << (int)Member.At);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Disposition,
        Reason,
        At,
    }

    internal static void Write(Utf8JsonWriter writer, ApplicationEnding ending)
    {
        writer.WriteStartObject("ending"u8);
        writer.Word("disposition"u8, ending.Disposition);
        writer.Code("reason"u8, ending.Reason);
        writer.Micros("at"u8, ending.At);
        writer.WriteEndObject();
    }

    internal static ApplicationEnding Read(ref DocumentReader reader)
    {
        Disposition disposition = default;
        ReasonCode reason = default;
        Instant at = default;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Disposition:
                    disposition = reader.Word<Disposition>();
                    break;
                case Member.Reason:
                    reason = reader.Code<ReasonCode>();
                    break;
                case Member.At:
                    at = reader.Micros();
                    break;
                default:
                    throw DocumentFault.UnknownMember("ending");
            }
        }

        members.Require(Must, "An ending");
        return new ApplicationEnding { Disposition = disposition, Reason = reason, At = at };
    }
}
