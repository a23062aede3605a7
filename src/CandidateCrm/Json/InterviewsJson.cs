using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace CandidateCrm.Json;

/// <summary>The interviews of an application in the document of a relationship. A reminder is written as its key and its instant, one after the other.</summary>
internal static class InterviewsJson
{
    private const uint Must = (1u << (int)Member.Id) | (1u << (int)Member.Status) | (1u << (int)Member.Since);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Id,
        Round,
        Status,
        Since,
        StartsAt,
        EndsAt,
        Zone,
        BookBy,
        MissedBy,
        Panel,
        Feedback,
        Reminders,
        Number,
    }

    internal static void Write(Utf8JsonWriter writer, ImmutableArray<InterviewState> interviews)
    {
        if (interviews.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("interviews"u8);
        foreach (var interview in interviews)
        {
            Write(writer, interview);
        }

        writer.WriteEndArray();
    }

    internal static ImmutableArray<InterviewState> Read(ref DocumentReader reader) => reader.List<InterviewState>(2, Interview);

    private static void Write(Utf8JsonWriter writer, InterviewState interview)
    {
        writer.WriteStartObject();
        writer.Code("id"u8, interview.Interview);
        writer.Code("round"u8, interview.Round);
        writer.Word("status"u8, interview.Status);
        writer.Micros("since"u8, interview.Since);
        writer.Micros("startsAt"u8, interview.StartsAt);
        writer.Micros("endsAt"u8, interview.EndsAt);
        if (interview.Zone is { } zone)
        {
            writer.WriteString("zone"u8, zone);
        }

        writer.Micros("bookBy"u8, interview.BookBy);
        if (interview.MissedBy is { } missedBy)
        {
            writer.Word("missedBy"u8, missedBy);
        }

        Write(writer, "panel"u8, interview.Interviewers);
        Write(writer, "feedback"u8, interview.FeedbackFrom);
        Write(writer, interview.Reminders);
        writer.Count("number"u8, interview.Number);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ImmutableArray<PersonId> persons)
    {
        if (persons.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var person in persons)
        {
            writer.WriteStringValue(person.Value);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, ImmutableArray<PendingReminder> reminders)
    {
        if (reminders.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("reminders"u8);
        foreach (var reminder in reminders)
        {
            writer.WriteStringValue(reminder.Reminder.Value);
            writer.WriteNumberValue(Microseconds.ToMicros(reminder.At));
        }

        writer.WriteEndArray();
    }

    private static InterviewState Interview(ref DocumentReader reader)
    {
        var interview = new InterviewState { Interview = default, Status = default, Since = default };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            interview = (Member)members.Current switch
            {
                Member.Id => interview with { Interview = reader.Code<InterviewId>() },
                Member.Round => interview with { Round = reader.Code<InterviewRound>() },
                Member.Status => interview with { Status = reader.Word<InterviewStatus>() },
                Member.Since => interview with { Since = reader.Micros() },
                Member.StartsAt => interview with { StartsAt = reader.Micros() },
                Member.EndsAt => interview with { EndsAt = reader.Micros() },
                Member.Zone => interview with { Zone = reader.Text() },
                Member.BookBy => interview with { BookBy = reader.Micros() },
                Member.MissedBy => interview with { MissedBy = reader.Word<Absentee>() },
                Member.Panel => interview with { Interviewers = Persons(ref reader) },
                Member.Feedback => interview with { FeedbackFrom = Persons(ref reader) },
                Member.Reminders => interview with { Reminders = Reminders(ref reader) },
                Member.Number => interview with { Number = reader.Count() },
                _ => throw DocumentFault.UnknownMember("interviews"),
            };
        }

        members.Require(Must, "An interview");
        return interview;
    }

    private static ImmutableArray<PersonId> Persons(ref DocumentReader reader) => reader.List<PersonId>(4, static (ref DocumentReader element) => element.Code<PersonId>());

    private static ImmutableArray<PendingReminder> Reminders(ref DocumentReader reader)
    {
        var reminders = ImmutableArray.CreateBuilder<PendingReminder>(2);
        reader.OpenArray();
        while (reader.NextElement())
        {
            var key = reader.Code<ReminderKey>();
            reminders.Add(reader.NextElement() ? new PendingReminder(key, reader.Micros()) : throw new DocumentFault("A reminder has an instant."));
        }

        return reminders.DrainToImmutable();
    }
}
