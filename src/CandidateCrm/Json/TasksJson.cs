using System.Collections.Immutable;
using System.Text.Json;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>
/// The tasks in the document of a relationship: an array, in the order in which they were wanted. A task mostly has the rule and the subject of
/// the effect that opened it; it names its own, <c>for</c> and <c>about</c>, only where they differ.
/// </summary>
internal struct TasksJson
{
    private const uint Must = (1u << (int)Member.Rule) | (1u << (int)Member.Subject) | (1u << (int)Member.Ordinal) | (1u << (int)Member.Part)
        | (1u << (int)Member.WantedAt) | (1u << (int)Member.Reason) | (1u << (int)Member.DueAt);

    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private string _rule;
    private string _subject;
    private int _ordinal;
    private string _part;
    private Instant _wantedAt;
    private string _reason;
    private string? _for;
    private string? _about;
    private Instant _dueAt;

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
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    internal static TasksSlice Read(ref DocumentReader reader)
    {
        var open = ImmutableArray.CreateBuilder<WantedTask>(2);
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

            members.Require(Must, "A task");
            open.Add(task.Build());
        }

        return new TasksSlice { Open = open.DrainToImmutable() };
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
            default:
                throw DocumentFault.UnknownMember("tasks");
        }
    }

    private readonly WantedTask Build() => new()
    {
        Key = new EffectKey(_rule, _subject, _ordinal, _part),
        WantedAt = _wantedAt,
        Task = new OpenTask { Reason = _reason, Rule = _for ?? _rule, Subject = _about ?? _subject, DueAt = _dueAt },
    };
}
