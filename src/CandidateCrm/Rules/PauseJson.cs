using System.Text.Json;
using CandidateCrm.Candidates;
using CandidateCrm.Json;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>
/// A pause as JSON, version 1. Members that are not known are passed over: whatever a later version adds, what it paused stays paused here.
/// What is paused in a way that is not known is refused, so that nothing goes out that somebody stopped.
/// </summary>
internal static class PauseJson
{
    private const uint Must = (1u << (int)Member.Schema) | (1u << (int)Member.Scope) | (1u << (int)Member.Why) | (1u << (int)Member.Since);
    private static readonly DocumentForm Form = new("pause", schema: 1);
    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private enum Member
    {
        Schema,
        Scope,
        Of,
        Kind,
        By,
        Person,
        Why,
        Since,
        Until,
        EndedAt,
        EndedBy,
        EndedPerson,
        EndedWhy,
    }

    internal static string Write(Pause pause) => DocumentText.Of(pause, room: 512, Write);

    /// <exception cref="DocumentTooNewException">It is of a newer version.</exception>
    /// <exception cref="JsonException">The text is no pause. The message quotes no data.</exception>
    internal static Pause Read(string json) => Form.Read(DocumentText.ToUtf8(json), Read);

    private static void Write(Utf8JsonWriter writer, Pause pause)
    {
        writer.WriteStartObject();
        Form.Write(writer);
        Write(writer, pause.Scope);
        writer.By("by"u8, "person"u8, pause.By);
        writer.WriteString("why"u8, pause.Why);
        EnvelopeWriter.At(writer, "since"u8, pause.Since);
        if (pause.Until is { } until)
        {
            EnvelopeWriter.At(writer, "until"u8, until);
        }

        if (pause.End is { } end)
        {
            EnvelopeWriter.At(writer, "endedAt"u8, end.At);
            writer.By("endedBy"u8, "endedPerson"u8, end.By);
            writer.WriteString("endedWhy"u8, end.Why);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PauseScope scope)
    {
        writer.Word("scope"u8, scope.Kind);
        switch (scope.Kind)
        {
            case PauseScopeKind.Feature:
                writer.Code("of"u8, scope.Feature);
                break;
            case PauseScopeKind.Definition:
                writer.WriteString("of"u8, scope.Definition.Key);
                writer.Code("kind"u8, scope.Definition.Kind);
                break;
            case PauseScopeKind.Channel:
                writer.Code("of"u8, scope.Channel);
                break;
            case PauseScopeKind.Candidate:
                writer.Code("of"u8, scope.Candidate);
                break;
            default:
                break;
        }
    }

    private static Pause Read(ref DocumentReader reader)
    {
        var read = default(Parts);
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            if (!read.Beginning(ref reader, (Member)members.Current) && !read.Ending(ref reader, (Member)members.Current))
            {
                reader.Raw();
            }
        }

        members.Require(Must, "A pause");
        reader.End();
        return read.Build();
    }

    /// <summary>What was read so far.</summary>
    private ref struct Parts
    {
        private PauseScopeKind _scope;
        private string? _of;
        private string? _kind;
        private ActorKind _by;
        private PersonId _person;
        private string _why;
        private Instant _since;
        private Instant? _until;
        private Instant? _endedAt;
        private ActorKind _endedBy;
        private PersonId _endedPerson;
        private string? _endedWhy;

        internal bool Beginning(ref DocumentReader reader, Member member)
        {
            switch (member)
            {
                case Member.Schema:
                    Form.Check(reader.Long());
                    return true;
                case Member.Scope:
                    _scope = reader.Word<PauseScopeKind>();
                    return true;
                case Member.Of:
                    _of = reader.Text();
                    return true;
                case Member.Kind:
                    _kind = reader.Text();
                    return true;
                case Member.By:
                    _by = reader.Word<ActorKind>();
                    return true;
                case Member.Person:
                    _person = reader.Code<PersonId>();
                    return true;
                case Member.Why:
                    _why = reader.Text();
                    return true;
                default:
                    return false;
            }
        }

        internal bool Ending(ref DocumentReader reader, Member member)
        {
            switch (member)
            {
                case Member.Since:
                    _since = reader.At();
                    return true;
                case Member.Until:
                    _until = reader.At();
                    return true;
                case Member.EndedAt:
                    _endedAt = reader.At();
                    return true;
                case Member.EndedBy:
                    _endedBy = reader.Word<ActorKind>();
                    return true;
                case Member.EndedPerson:
                    _endedPerson = reader.Code<PersonId>();
                    return true;
                case Member.EndedWhy:
                    _endedWhy = reader.Text();
                    return true;
                default:
                    return false;
            }
        }

        internal readonly Pause Build() => new()
        {
            Scope = Scope(),
            By = ActorWords.Of(_by, _person),
            Why = _why,
            Since = _since,
            Until = _until,
            End = _endedAt is { } at ? new PauseEnd { At = at, By = ActorWords.Of(_endedBy, _endedPerson), Why = _endedWhy ?? string.Empty } : null,
        };

        private readonly PauseScope Scope() => (_scope, _of, _kind) switch
        {
            (PauseScopeKind.Installation, null, null) => PauseScope.Installation,
            (PauseScopeKind.Tenant, null, null) => PauseScope.Tenant,
            (PauseScopeKind.Feature, { } feature, null) => PauseScope.Of(FeatureCode.From(feature)),
            (PauseScopeKind.Definition, { } key, { } kind) => PauseScope.Of(new DefinitionName(DefinitionKind.From(kind), key)),
            (PauseScopeKind.Channel, { } channel, null) => PauseScope.Of(Channel.From(channel)),
            (PauseScopeKind.Candidate, { } candidate, null) => PauseScope.Of(CandidateId.From(candidate)),
            _ => throw new DocumentFault("The scope of a pause names what is paused, and nothing else."),
        };
    }
}
