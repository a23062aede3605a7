using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Lifecycle;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The onboardings in the document of a relationship. A check-in is an array of its day and, where it has one, its due instant.</summary>
internal struct OnboardingsJson
{
    private const uint Must = (1u << (int)Member.Id) | (1u << (int)Member.HiredAt);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private JobApplicationId _application;
    private int _number;
    private Instant _hiredAt;
    private LocalDate? _startsOn;
    private ImmutableArray<OnboardingCheckIn> _checkIns;
    private int? _overAfterDays;
    private Instant? _overAt;
    private OnboardingStatus _status;
    private bool _wasAlumni;

    private enum Member
    {
        Id,
        Number,
        HiredAt,
        StartsOn,
        CheckIns,
        OverAfterDays,
        OverAt,
        Status,
        WasAlumni,
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<Onboarding> onboardings)
    {
        if (onboardings.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("hires"u8);
        foreach (var onboarding in onboardings)
        {
            Write(writer, onboarding);
        }

        writer.WriteEndArray();
    }

    internal static ImmutableArray<Onboarding> Read(ref DocumentReader reader) => reader.List<Onboarding>(2, One);

    private static void Write(Utf8JsonWriter writer, Onboarding onboarding)
    {
        writer.WriteStartObject();
        writer.Code("id"u8, onboarding.Application);
        if (onboarding.Number != 1)
        {
            writer.WriteNumber("number"u8, onboarding.Number);
        }

        writer.Micros("hiredAt"u8, onboarding.HiredAt);
        if (onboarding.StartsOn is { } start)
        {
            writer.Date("startsOn"u8, start);
        }

        if (!onboarding.CheckIns.IsDefaultOrEmpty)
        {
            Write(writer, onboarding.CheckIns);
        }

        if (onboarding.OverAfterDays is { } days)
        {
            writer.WriteNumber("overAfterDays"u8, days);
        }

        writer.Micros("overAt"u8, onboarding.OverAt);
        if (onboarding.Status != OnboardingStatus.Running)
        {
            writer.Word("status"u8, onboarding.Status);
        }

        writer.Flag("wasAlumni"u8, onboarding.WasAlumni);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ImmutableArray<OnboardingCheckIn> checkIns)
    {
        writer.WriteStartArray("checkIns"u8);
        foreach (var checkIn in checkIns)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(checkIn.Day);
            if (checkIn.DueAt is { } due)
            {
                writer.WriteNumberValue(Timeline.Microseconds.ToMicros(due));
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static Onboarding One(ref DocumentReader reader)
    {
        var one = new OnboardingsJson { _number = 1, _checkIns = [] };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            one.Take(ref reader, (Member)members.Current);
        }

        members.Require(Must, "An onboarding");
        return new Onboarding
        {
            Application = one._application,
            Number = one._number,
            HiredAt = one._hiredAt,
            StartsOn = one._startsOn,
            CheckIns = one._checkIns,
            OverAfterDays = one._overAfterDays,
            OverAt = one._overAt,
            Status = one._status,
            WasAlumni = one._wasAlumni,
        };
    }

    private void Take(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Id:
                _application = reader.Code<JobApplicationId>();
                break;
            case Member.Number:
                _number = reader.Count();
                break;
            case Member.HiredAt:
                _hiredAt = reader.Micros();
                break;
            case Member.StartsOn:
                _startsOn = reader.Date();
                break;
            case Member.CheckIns:
                _checkIns = CheckIns(ref reader);
                break;
            case Member.OverAfterDays:
                _overAfterDays = reader.Count();
                break;
            case Member.OverAt:
                _overAt = reader.Micros();
                break;
            case Member.Status:
                _status = reader.Word<OnboardingStatus>();
                break;
            case Member.WasAlumni:
                _wasAlumni = reader.IsTrue;
                break;
            default:
                throw DocumentFault.UnknownMember("hires");
        }
    }

    private static ImmutableArray<OnboardingCheckIn> CheckIns(ref DocumentReader reader) => reader.List<OnboardingCheckIn>(4, CheckIn);

    private static OnboardingCheckIn CheckIn(ref DocumentReader reader)
    {
        reader.OpenArray();
        if (!reader.NextElement() || reader.Long() is not (>= int.MinValue and <= int.MaxValue and var day))
        {
            throw new DocumentFault("A check-in begins with its day.");
        }

        Instant? due = reader.NextElement() ? reader.Micros() : null;
        if (due is not null && reader.NextElement())
        {
            throw new DocumentFault("A check-in has a day and an instant, and nothing else.");
        }

        return new OnboardingCheckIn { Day = (int)day, DueAt = due };
    }
}
