using System.Text;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Reads the envelope of an event, member by member, in any order. A member that is null counts as left out.</summary>
internal ref struct EnvelopeReader
{
    private const uint Must = (1u << (int)Member.Schema) | (1u << (int)Member.Tenant) | (1u << (int)Member.Candidate) | (1u << (int)Member.Id)
        | (1u << (int)Member.OccurredAt) | (1u << (int)Member.RecordedAt) | (1u << (int)Member.Type) | (1u << (int)Member.Version) | (1u << (int)Member.Data);

    private static readonly MemberNames Names = MemberNames.Of<Member>();

    private DocumentHead _head;
    private CandidateId _origin;
    private EventId _id;
    private Instant _occurredAt;
    private Instant _recordedAt;
    private long _sourceOrder;
    private Precision _precision;
    private ActorKind _actor;
    private PersonId _person;
    private SourceCode _source;
    private CorrelationId _correlation;
    private BatchId _batch;
    private Trust _trust;
    private EventId _cause;
    private int _ordinal;
    private bool _retracted;
    private string? _type;
    private int _version;
    private ReadOnlySpan<byte> _data;
    private PersonalPart? _personal;

    private enum Member
    {
        Schema = DocumentHead.Member.Schema,
        Tenant = DocumentHead.Member.Tenant,
        Candidate = DocumentHead.Member.Candidate,
        Origin,
        Id,
        OccurredAt,
        RecordedAt,
        SourceOrder,
        Precision,
        Actor,
        Person,
        Source,
        Correlation,
        Batch,
        Trust,
        Cause,
        Ordinal,
        Retracted,
        Type,
        Version,
        Data,
        Personal,
    }

    internal static TimelineEvent Read(ref DocumentReader reader)
    {
        var envelope = new EnvelopeReader { _head = new DocumentHead(TimelineJson.Form) };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            var member = (Member)members.Current;
            if (reader.IsNull && member != Member.Data)
            {
                members.Forget();
            }
            else if (!envelope._head.Take(ref reader, (DocumentHead.Member)member) && !envelope.Name(ref reader, member) && !envelope.Circumstance(ref reader, member) && !envelope.Content(ref reader, member))
            {
                reader.Raw();
            }
        }

        members.Require(Must, "An event");
        reader.End();
        return envelope.Build();
    }

    private bool Name(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Origin:
                _origin = reader.Code<CandidateId>();
                return true;
            case Member.Id:
                _id = reader.StoredId();
                return true;
            case Member.OccurredAt:
                _occurredAt = reader.At();
                return true;
            case Member.RecordedAt:
                _recordedAt = reader.At();
                return true;
            case Member.SourceOrder:
                _sourceOrder = reader.Long();
                return true;
            default:
                return false;
        }
    }

    private bool Circumstance(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Precision:
                _precision = reader.Word<Precision>();
                return true;
            case Member.Actor:
                _actor = reader.Word<ActorKind>();
                return true;
            case Member.Person:
                _person = reader.Code<PersonId>();
                return true;
            case Member.Source:
                _source = reader.Code<SourceCode>();
                return true;
            case Member.Correlation:
                _correlation = reader.Code<CorrelationId>();
                return true;
            case Member.Batch:
                _batch = reader.Code<BatchId>();
                return true;
            case Member.Trust:
                _trust = reader.Word<Trust>();
                return true;
            default:
                return false;
        }
    }

    private bool Content(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Cause:
                _cause = reader.StoredId();
                return true;
            case Member.Ordinal:
                _ordinal = reader.Count();
                return true;
            case Member.Retracted:
                _retracted = reader.IsTrue;
                return true;
            case Member.Type:
                _type = reader.Text();
                return true;
            case Member.Version:
                _version = reader.Count();
                return true;
            case Member.Data:
                _data = reader.Raw();
                return true;
            case Member.Personal:
                _personal = PersonalJson.Read(ref reader);
                return true;
            default:
                return false;
        }
    }

    private readonly TimelineEvent Build()
    {
        var entry = EntryJson.Read(_type!, _version, _data, out var hasUnknown);
        return new TimelineEvent
        {
            Relationship = _head.Key,
            // The candidate itself is no origin of its own: told or left out, the event is the same.
            Origin = _origin == _head.Key.Candidate ? default : _origin,
            Id = _id,
            OccurredAt = _occurredAt,
            RecordedAt = _recordedAt,
            SourceOrder = _sourceOrder,
            Precision = _precision,
            Actor = ActorWords.Of(_actor, _person),
            Source = _source,
            Correlation = _correlation,
            Batch = _batch,
            Trust = _trust,
            Cause = _cause,
            Ordinal = _ordinal,
            Retracted = _retracted,
            Entry = entry,
            RawData = hasUnknown ? Encoding.UTF8.GetString(_data) : null,
            Personal = _personal,
        };
    }
}
