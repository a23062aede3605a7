using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>The promises in the document of a relationship.</summary>
internal struct PromisesJson
{
    private const uint Must = (1u << (int)Member.Expectation) | (1u << (int)Member.Subject) | (1u << (int)Member.Ordinal)
        | (1u << (int)Member.Version) | (1u << (int)Member.OpenedAt);

    private const uint ClockMust = (1u << (int)Member.DueAt) | (1u << (int)Member.Calendar) | (1u << (int)Member.CalendarVersion) | (1u << (int)Member.ZoneData);

    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private ExpectationKey _expectation;
    private string _subject;
    private int _ordinal;
    private int _version;
    private long _rules;
    private Instant _openedAt;
    private Instant? _dueAt;
    private CalendarKey _calendar;
    private int _calendarVersion;
    private string? _zoneData;
    private PromiseState _state;
    private PromiseExtras _extras;

    private enum Member
    {
        Expectation,
        Subject,
        Ordinal,
        Version,
        Rules,
        OpenedAt,
        DueAt,
        Calendar,
        CalendarVersion,
        ZoneData,
        State,
        Pauses,
        PausedSince,
        Remaining,
        Levels,
        Next,
        Changes,
        Told,
        Counted,
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<Promise> promises)
    {
        if (promises.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("promises"u8);
        foreach (var promise in promises)
        {
            writer.WriteStartObject();
            writer.Code("expectation"u8, promise.Key.Expectation);
            writer.WriteString("subject"u8, promise.Key.Subject);
            writer.WriteNumber("ordinal"u8, promise.Key.Ordinal);
            writer.WriteNumber("version"u8, promise.Version);
            if (promise.RulesPosition > 0)
            {
                writer.WriteNumber("rules"u8, promise.RulesPosition);
            }

            writer.Micros("openedAt"u8, promise.OpenedAt);
            WriteClock(writer, promise);
            writer.Other("state"u8, promise.State);
            PromiseExtras.Write(writer, promise);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static ImmutableArray<Promise> Read(ref DocumentReader reader)
    {
        var promises = ImmutableArray.CreateBuilder<Promise>(8);
        reader.OpenArray();
        while (reader.NextElement())
        {
            var members = reader.Open(Names);
            PromisesJson promise = default;
            while (reader.Next(ref members))
            {
                promise.Take(ref reader, (Member)members.Current);
            }

            members.Require(promise._dueAt is null ? Must : Must | ClockMust, "A promise");
            promises.Add(promise.Build());
        }

        return promises.DrainToImmutable();
    }

    // What has no clock has no due time, and no calendar either.
    private static void WriteClock(Utf8JsonWriter writer, Promise promise)
    {
        if (promise.Target is { } due)
        {
            writer.Micros("dueAt"u8, due);
            writer.Code("calendar"u8, promise.Calendar);
            writer.WriteNumber("calendarVersion"u8, promise.CalendarVersion);
            writer.WriteString("zoneData"u8, promise.ZoneDataVersion);
        }
    }

    private void Take(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Expectation:
                _expectation = reader.Code<ExpectationKey>();
                break;
            case Member.Subject:
                _subject = reader.Text();
                break;
            case Member.Ordinal:
                _ordinal = reader.Count();
                break;
            case Member.Version:
                _version = reader.Count();
                break;
            case Member.Rules:
                _rules = reader.Long();
                break;
            case Member.OpenedAt:
                _openedAt = reader.Micros();
                break;
            case Member.DueAt:
                _dueAt = reader.Micros();
                break;
            case Member.Calendar:
                _calendar = reader.Code<CalendarKey>();
                break;
            case Member.CalendarVersion:
                _calendarVersion = reader.Count();
                break;
            case Member.ZoneData:
                _zoneData = reader.Text();
                break;
            case Member.State:
                _state = reader.Word<PromiseState>();
                break;
            default:
                TakeExtra(ref reader, member);
                break;
        }
    }

    private void TakeExtra(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Pauses:
                _extras.Pauses = PromiseExtras.ReadPauses(ref reader);
                break;
            case Member.PausedSince:
                _extras.PausedSince = reader.Micros();
                break;
            case Member.Remaining:
                _extras.Remaining = reader.Nanos();
                break;
            case Member.Levels:
                _extras.Levels = reader.Count();
                break;
            case Member.Next:
                _extras.Next = reader.Micros();
                break;
            case Member.Changes:
                _extras.Changes = reader.Count();
                break;
            case Member.Told:
                _extras.Told = reader.Micros();
                break;
            case Member.Counted:
                _extras.Counted = PromiseExtras.ReadCounted(ref reader);
                break;
            default:
                throw DocumentFault.UnknownMember("promises");
        }
    }

    private readonly Promise Build() => new()
    {
        Key = new PromiseKey(_expectation, _subject, _ordinal),
        Version = _version,
        RulesPosition = _rules,
        OpenedAt = _openedAt,
        DueAt = _dueAt,
        Calendar = _calendar,
        CalendarVersion = _calendarVersion,
        ZoneDataVersion = _zoneData ?? string.Empty,
        State = _state,
        Pauses = _extras.Pauses,
        PausedSince = _extras.PausedSince,
        Remaining = _extras.Remaining,
        LevelsPassed = _extras.Levels,
        NextStepAt = _extras.Next,
        Changes = _extras.Changes,
        ToldDueAt = _extras.Told,
        Counted = _extras.Counted,
    };
}
