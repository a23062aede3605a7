using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Lifecycle;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>What holds the phase, in the document of a relationship.</summary>
internal static class OverlaysJson
{
    private const uint SnoozeMust = (1u << (int)SnoozeMember.Since) | (1u << (int)SnoozeMember.Until) | (1u << (int)SnoozeMember.EndsAt);
    private const uint BarMust = 1u << (int)BarMember.Since;
    private static readonly MemberNames Names = MemberNames.Of<Member>();
    private static readonly MemberNames SnoozeNames = MemberNames.Of<SnoozeMember>();
    private static readonly MemberNames BarNames = MemberNames.Of<BarMember>();

    private enum Member
    {
        Snooze,
        ContactBar,
        MergedInto,
        MergedAt,
        ErasedAt,
    }

    private enum SnoozeMember
    {
        Since,
        Until,
        EndsAt,
        Reason,
    }

    private enum BarMember
    {
        Since,
        Reason,
    }

    internal static void Write(Utf8JsonWriter writer, LifecycleOverlays overlays)
    {
        if (overlays == LifecycleOverlays.None)
        {
            return;
        }

        writer.WriteStartObject("overlays"u8);
        if (overlays.Snooze is { } snooze)
        {
            writer.WriteStartObject("snooze"u8);
            writer.Micros("since"u8, snooze.Since);
            writer.Date("until"u8, snooze.Until);
            writer.Micros("endsAt"u8, snooze.EndsAt);
            writer.Code("reason"u8, snooze.Reason);
            writer.WriteEndObject();
        }

        if (overlays.ContactBar is { } bar)
        {
            writer.WriteStartObject("contactBar"u8);
            writer.Micros("since"u8, bar.Since);
            writer.Code("reason"u8, bar.Reason);
            writer.WriteEndObject();
        }

        writer.Code("mergedInto"u8, overlays.MergedInto);
        writer.Micros("mergedAt"u8, overlays.MergedAt);
        writer.Micros("erasedAt"u8, overlays.ErasedAt);
        writer.WriteEndObject();
    }

    internal static LifecycleOverlays Read(ref DocumentReader reader)
    {
        var overlays = LifecycleOverlays.None;
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            overlays = (Member)members.Current switch
            {
                Member.Snooze => overlays with { Snooze = Snooze(ref reader) },
                Member.ContactBar => overlays with { ContactBar = Bar(ref reader) },
                Member.MergedInto => overlays with { MergedInto = reader.Code<CandidateId>() },
                Member.MergedAt => overlays with { MergedAt = reader.Micros() },
                Member.ErasedAt => overlays with { ErasedAt = reader.Micros() },
                _ => throw DocumentFault.UnknownMember("overlays"),
            };
        }

        return overlays;
    }

    private static Snooze Snooze(ref DocumentReader reader)
    {
        Instant since = default;
        Instant endsAt = default;
        LocalDate until = default;
        ReasonCode reason = default;
        var members = reader.Open(SnoozeNames);
        while (reader.Next(ref members))
        {
            switch ((SnoozeMember)members.Current)
            {
                case SnoozeMember.Since:
                    since = reader.Micros();
                    break;
                case SnoozeMember.Until:
                    until = reader.Date();
                    break;
                case SnoozeMember.EndsAt:
                    endsAt = reader.Micros();
                    break;
                case SnoozeMember.Reason:
                    reason = reader.Code<ReasonCode>();
                    break;
                default:
                    throw DocumentFault.UnknownMember("snooze");
            }
        }

        members.Require(SnoozeMust, "A snooze");
        return new Snooze { Since = since, Until = until, EndsAt = endsAt, Reason = reason };
    }

    private static ContactBar Bar(ref DocumentReader reader)
    {
        Instant since = default;
        ReasonCode reason = default;
        var members = reader.Open(BarNames);
        while (reader.Next(ref members))
        {
            switch ((BarMember)members.Current)
            {
                case BarMember.Since:
                    since = reader.Micros();
                    break;
                case BarMember.Reason:
                    reason = reader.Code<ReasonCode>();
                    break;
                default:
                    throw DocumentFault.UnknownMember("contactBar");
            }
        }

        members.Require(BarMust, "A ban on contact");
        return new ContactBar { Since = since, Reason = reason };
    }
}
