using System.Text.Json;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>A task in the document of an effect.</summary>
internal static class OpenTaskJson
{
    private const uint Must = (1u << (int)Member.Reason) | (1u << (int)Member.Rule) | (1u << (int)Member.Subject) | (1u << (int)Member.DueAt);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Reason,
        Rule,
        Subject,
        DueAt,
        To,
        NoticeAt,
        Severity,
    }

    internal static void Write(Utf8JsonWriter writer, OpenTask task)
    {
        writer.WriteStartObject("task"u8);
        writer.WriteString("reason"u8, task.Reason);
        writer.WriteString("rule"u8, task.Rule);
        writer.WriteString("subject"u8, task.Subject);
        EnvelopeWriter.At(writer, "dueAt"u8, task.DueAt);
        writer.Code("to"u8, task.To);
        if (task.NoticeAt is { } notice)
        {
            EnvelopeWriter.At(writer, "noticeAt"u8, notice);
        }

        writer.Other("severity"u8, task.Severity);
        writer.WriteEndObject();
    }

    internal static OpenTask Read(ref DocumentReader reader)
    {
        var reason = string.Empty;
        var rule = string.Empty;
        var subject = string.Empty;
        Instant dueAt = default;
        StaffRole to = default;
        Instant? noticeAt = null;
        Severity severity = default;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Reason:
                    reason = reader.Text();
                    break;
                case Member.Rule:
                    rule = reader.Text();
                    break;
                case Member.Subject:
                    subject = reader.Text();
                    break;
                case Member.DueAt:
                    dueAt = reader.At();
                    break;
                case Member.To:
                    to = reader.Code<StaffRole>();
                    break;
                case Member.NoticeAt:
                    noticeAt = reader.At();
                    break;
                case Member.Severity:
                    severity = reader.Word<Severity>();
                    break;
                default:
                    throw DocumentFault.UnknownMember("task");
            }
        }

        members.Require(Must, "A task");
        return new OpenTask { Reason = reason, Rule = rule, Subject = subject, DueAt = dueAt, To = to, NoticeAt = noticeAt, Severity = severity };
    }
}
