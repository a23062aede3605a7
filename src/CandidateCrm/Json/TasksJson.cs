using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>
/// The tasks in the document of a relationship: an array, in the order in which they were wanted. A task mostly has the rule and the subject of
/// the effect that opened it; it names its own, <c>for</c> and <c>about</c>, only where they differ. Keys that were skipped follow, with nothing else.
/// </summary>
internal struct TasksJson
{
    private const uint MustOfKey = (1u << (int)Member.Rule) | (1u << (int)Member.Subject) | (1u << (int)Member.Ordinal) | (1u << (int)Member.Part);

    private const uint Must = MustOfKey | (1u << (int)Member.WantedAt) | (1u << (int)Member.Reason) | (1u << (int)Member.DueAt);

    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private string _rule;
    private string _subject;
    private int _ordinal;
    private string _part;
    private Instant? _wantedAt;
    private string? _reason;
    private string? _for;
    private string? _about;
    private Instant? _dueAt;
    private StaffRole _to;
    private Instant? _noticeAt;
    private Severity _severity;

    private enum Member
    {
        Rule,
        Subject,
        Ordinal,
        Part,
        WantedAt,
        Reason,
        For,
        About,
        DueAt,
        To,
        NoticeAt,
        Severity,
    }

    internal static void Write(Utf8JsonWriter writer, TasksSlice slice)
    {
        writer.WriteStartArray("tasks"u8);
        foreach (var wanted in slice.Open)
        {
            writer.WriteStartObject();
            writer.KeyMembers(wanted.Key);
            writer.Micros("wantedAt"u8, wanted.WantedAt);
            writer.WriteString("reason"u8, wanted.Task.Reason);
            WriteUnlike(writer, "for"u8, wanted.Task.Rule, wanted.Key.Rule);
            WriteUnlike(writer, "about"u8, wanted.Task.Subject, wanted.Key.Subject);
            writer.Micros("dueAt"u8, wanted.Task.DueAt);
            writer.Code("to"u8, wanted.Task.To);
            writer.Micros("noticeAt"u8, wanted.Task.NoticeAt);
            writer.Other("severity"u8, wanted.Task.Severity);
            writer.WriteEndObject();
        }

        foreach (var key in slice.Skipped)
        {
            writer.WriteStartObject();
            writer.KeyMembers(key);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static TasksSlice Read(ref DocumentReader reader)
    {
        var open = ImmutableArray.CreateBuilder<WantedTask>(2);
        ImmutableArray<EffectKey> skipped = [];
        reader.OpenArray();
        while (reader.NextElement())
        {
            var members = reader.Open(Names);
            TasksJson task = default;
            while (reader.Next(ref members))
            {
                if (!task.Name(ref reader, (Member)members.Current))
                {
                    task.Content(ref reader, (Member)members.Current);
                }
            }

            members.Require(task.IsKeyAlone ? MustOfKey : Must, "A task");
            if (task.IsKeyAlone)
            {
                skipped = skipped.Add(task.Key);
            }
            else
            {
                open.Add(task.Build());
            }
        }

        return new TasksSlice { Open = open.DrainToImmutable(), Skipped = skipped };
    }

    private static void WriteUnlike(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string text, string other)
    {
        if (!string.Equals(text, other, StringComparison.Ordinal))
        {
            writer.WriteString(name, text);
        }
    }

    private bool Name(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Rule:
                _rule = reader.Text();
                return true;
            case Member.Subject:
                _subject = reader.Text();
                return true;
            case Member.Ordinal:
                _ordinal = reader.Count();
                return true;
            case Member.Part:
                _part = reader.Text();
                return true;
            default:
                return false;
        }
    }

    private void Content(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.WantedAt:
                _wantedAt = reader.Micros();
                break;
            case Member.Reason:
                _reason = reader.Text();
                break;
            case Member.For:
                _for = reader.Text();
                break;
            case Member.About:
                _about = reader.Text();
                break;
            case Member.DueAt:
                _dueAt = reader.Micros();
                break;
            case Member.To:
                _to = reader.Code<StaffRole>();
                break;
            case Member.NoticeAt:
                _noticeAt = reader.Micros();
                break;
            case Member.Severity:
                _severity = reader.Word<Severity>();
                break;
            default:
                throw DocumentFault.UnknownMember("tasks");
        }
    }

    private readonly EffectKey Key => new(_rule, _subject, _ordinal, _part);

    private readonly bool IsKeyAlone => _wantedAt is null && _dueAt is null && _reason is null && _for is null && _about is null;

    private readonly WantedTask Build() => new()
    {
        Key = Key,
        WantedAt = _wantedAt!.Value,
        Task = new OpenTask { Reason = _reason!, Rule = _for ?? _rule, Subject = _about ?? _subject, DueAt = _dueAt!.Value, To = _to, NoticeAt = _noticeAt, Severity = _severity },
    };
}
