using System.Text.Json;
using CandidateCrm.Applications;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>What candidates see of an application, in the document of a relationship.</summary>
internal static class PublicStandingJson
{
    private const uint MustStand = (1u << (int)Standing.Step) | (1u << (int)Standing.Since) | (1u << (int)Standing.Changes);
    private const uint MustWait = (1u << (int)Waiting.Step) | (1u << (int)Waiting.NotBefore);
    private static readonly MemberNames StandingNames = MemberNames.Of<Standing>();
    private static readonly MemberNames WaitingNames = MemberNames.Of<Waiting>();

    private enum Standing
    {
        Step,
        Since,
        Changes,
        Next,
    }

    private enum Waiting
    {
        Step,
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
            writer.WriteStartObject("next"u8);
            writer.Code("step"u8, waiting.Step);
            writer.Code("reason"u8, waiting.Reason);
            writer.Micros("notBefore"u8, waiting.NotBefore);
            writer.Flag("awaits"u8, waiting.AwaitsMessage);
            writer.Micros("showsAt"u8, waiting.ShowsAt);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    internal static PublicStanding Read(ref DocumentReader reader)
    {
        PublicStepKey step = default;
        Instant since = default;
        var changes = 0;
        PublicWaiting? next = null;
        var members = reader.Open(StandingNames);
        while (reader.Next(ref members))
        {
            switch ((Standing)members.Current)
            {
                case Standing.Step:
                    step = reader.Code<PublicStepKey>();
                    break;
                case Standing.Since:
                    since = reader.Micros();
                    break;
                case Standing.Changes:
                    changes = reader.Count();
                    break;
                case Standing.Next:
                    next = ReadNext(ref reader);
                    break;
                default:
                    throw DocumentFault.UnknownMember("public");
            }
        }

        members.Require(MustStand, "What is shown");
        return new PublicStanding { Step = step, Since = since, Changes = changes, Waiting = next };
    }

    private static PublicWaiting ReadNext(ref DocumentReader reader)
    {
        PublicStepKey step = default;
        Instant notBefore = default;
        Instant? showsAt = null;
        ReasonCode reason = default;
        var awaits = false;
        var members = reader.Open(WaitingNames);
        while (reader.Next(ref members))
        {
            switch ((Waiting)members.Current)
            {
                case Waiting.Step:
                    step = reader.Code<PublicStepKey>();
                    break;
                case Waiting.Reason:
                    reason = reader.Code<ReasonCode>();
                    break;
                case Waiting.NotBefore:
                    notBefore = reader.Micros();
                    break;
                case Waiting.Awaits:
                    awaits = reader.IsTrue;
                    break;
                case Waiting.ShowsAt:
                    showsAt = reader.Micros();
                    break;
                default:
                    throw DocumentFault.UnknownMember("next");
            }
        }

        members.Require(MustWait, "What waits");
        return new PublicWaiting { Step = step, Reason = reason, NotBefore = notBefore, AwaitsMessage = awaits, ShowsAt = showsAt };
    }
}
