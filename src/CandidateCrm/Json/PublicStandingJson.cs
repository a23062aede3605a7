using System.Text.Json;
using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>What candidates see of an application, in the document of a relationship.</summary>
internal static class PublicStandingJson
{
    private const uint Must = (1u << (int)Member.Step) | (1u << (int)Member.Since) | (1u << (int)Member.Changes);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Step,
        Since,
        Changes,
        Next,
        Reason,
        NotBefore,
        Awaits,
        ShowsAt,
    }

    internal static void Write(Utf8JsonWriter writer, PublicStanding standing)
    {
        writer.WriteStartObject("public"u8);
        writer.Code("step"u8, standing.Step);
        writer.Micros("since"u8, standing.Since);
        writer.Count("changes"u8, standing.Changes);
        if (standing.Waiting is { } waiting)
        {
            writer.Code("next"u8, waiting.Step);
            writer.Code("reason"u8, waiting.Reason);
            writer.Micros("notBefore"u8, waiting.NotBefore);
            writer.Flag("awaits"u8, waiting.AwaitsMessage);
            writer.Micros("showsAt"u8, waiting.ShowsAt);
        }

        writer.WriteEndObject();
    }

    internal static PublicStanding Read(ref DocumentReader reader)
    {
        PublicStepKey step = default;
        PublicStepKey next = default;
        Instant since = default;
        Instant notBefore = default;
        Instant? showsAt = null;
        ReasonCode reason = default;
        var changes = 0;
        var awaits = false;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            switch ((Member)members.Current)
            {
                case Member.Step:
                    step = reader.Code<PublicStepKey>();
                    break;
                case Member.Since:
                    since = reader.Micros();
                    break;
                case Member.Changes:
                    changes = reader.Count();
                    break;
                case Member.Next:
                    next = reader.Code<PublicStepKey>();
                    break;
                case Member.Reason:
                    reason = reader.Code<ReasonCode>();
                    break;
                case Member.NotBefore:
                    notBefore = reader.Micros();
                    break;
                case Member.Awaits:
                    awaits = reader.IsTrue;
                    break;
                case Member.ShowsAt:
                    showsAt = reader.Micros();
                    break;
                default:
                    throw DocumentFault.UnknownMember("public");
            }
        }

        members.Require(Must, "What is shown");
        return new PublicStanding
        {
            Step = step,
            Since = since,
            Changes = changes,
            Waiting = next.IsAssigned ? new PublicWaiting { Step = next, Reason = reason, NotBefore = notBefore, AwaitsMessage = awaits, ShowsAt = showsAt } : null,
        };
    }
}
