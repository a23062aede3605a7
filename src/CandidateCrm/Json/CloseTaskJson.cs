using System.Text.Json;
using CandidateCrm.Relationships;

namespace CandidateCrm.Json;

/// <summary>The closing of a task in the document of an effect.</summary>
internal static class CloseTaskJson
{
    private const uint Must = (1u << (int)Member.Rule) | (1u << (int)Member.Subject) | (1u << (int)Member.Ordinal) | (1u << (int)Member.Part) | (1u << (int)Member.Reason);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Rule,
        Subject,
        Ordinal,
        Part,
        Reason,
    }

    internal static void Write(Utf8JsonWriter writer, CloseTask close)
    {
        writer.WriteStartObject("closes"u8);
        writer.KeyMembers(close.Task);
        writer.WriteString("reason"u8, close.Reason);
        writer.WriteEndObject();
    }

    internal static CloseTask Read(ref DocumentReader reader)
    {
        var (rule, subject, part, reason) = (string.Empty, string.Empty, string.Empty, string.Empty);
        var ordinal = 0;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Rule:
                    rule = reader.Text();
                    break;
                case Member.Subject:
                    subject = reader.Text();
                    break;
                case Member.Ordinal:
                    ordinal = reader.Count();
                    break;
                case Member.Part:
                    part = reader.Text();
                    break;
                case Member.Reason:
                    reason = reader.Text();
                    break;
                default:
                    throw DocumentFault.UnknownMember("closes");
            }
        }

        members.Require(Must, "The closing of a task");
        return new CloseTask { Task = new EffectKey(rule, subject, ordinal, part), Reason = reason };
    }
}
