using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>Reads the document of a relationship; slices that are not known are kept byte for byte.</summary>
internal struct RelationshipReader
{
    private const uint Must = (1u << (int)Member.Schema) | (1u << (int)Member.Tenant) | (1u << (int)Member.Candidate);

    private DocumentHead _head;
    private TimelinePlace _cursor;
    private long _told;
    private long _toldAtCheckpoint;
    private long _rulesPosition;
    private Instant? _nextChangeAt;
    private Instant? _wakeAt;
    private RetractionSlice? _retractions;
    private ContactSlice? _contact;
    private ApplicationsSlice? _applications;
    private CandidateSlice? _person;
    private LifecycleSlice? _lifecycle;
    private EngagementSlice? _engagement;
    private CharterSlice? _charter;
    private TasksSlice? _tasks;
    private SegmentsSlice? _segments;
    private ImmutableArray<SliceFault> _faults;
    private Redrive? _redrive;
    private ImmutableArray<UnknownSlice> _unknown;

    private enum Member
    {
        Schema = DocumentHead.Member.Schema,
        Tenant = DocumentHead.Member.Tenant,
        Candidate = DocumentHead.Member.Candidate,
        Cursor,
        Told,
        ToldAtCheckpoint,
        RulesPosition,
        NextChangeAt,
        WakeAt,
        Retractions,
        Contact,
        Applications,
        Person,
        Lifecycle,
        Engagement,
        Charter,
        Tasks,
        Segments,
        Faults,
        Redrive,
    }

    internal static MemberNames Names { get; } = MemberNames.Of<Member>();

    internal static Relationship Read(ref DocumentReader reader, long revision)
    {
        var relationship = new RelationshipReader { _head = new DocumentHead(RelationshipJson.Form), _cursor = TimelinePlace.Start, _faults = [], _unknown = [] };
        var members = reader.Open(Names);
        while (reader.Next(ref members))
        {
            if (members.Current < 0)
            {
                relationship.Keep(members.Unknown!, reader.RawText());
            }
            else if (!relationship._head.Take(ref reader, (DocumentHead.Member)members.Current) && !relationship.Alarm(ref reader, (Member)members.Current))
            {
                relationship.Slice(ref reader, (Member)members.Current);
            }
        }

        members.Require(Must, "A relationship");
        reader.End();
        return relationship.Build(revision);
    }

    private void Keep(string name, string json)
    {
        foreach (var other in _unknown)
        {
            if (other.Name == name)
            {
                throw new DocumentFault("An object names a member twice.");
            }
        }

        _unknown = _unknown.Add(new UnknownSlice { Name = name, Json = json });
    }

    private bool Alarm(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Cursor:
                _cursor = CursorJson.Read(ref reader);
                return true;
            case Member.Told:
                _told = reader.Long();
                return true;
            case Member.ToldAtCheckpoint:
                _toldAtCheckpoint = reader.Long();
                return true;
            case Member.RulesPosition:
                _rulesPosition = reader.Long();
                return true;
            case Member.NextChangeAt:
                _nextChangeAt = reader.Micros();
                return true;
            case Member.WakeAt:
                _wakeAt = reader.Micros();
                return true;
            case Member.Redrive:
                _redrive = RedriveJson.Read(ref reader);
                return true;
            default:
                return false;
        }
    }

    private void Slice(ref DocumentReader reader, Member member)
    {
        switch (member)
        {
            case Member.Retractions:
                _retractions = RetractionsJson.Read(ref reader);
                break;
            case Member.Contact:
                _contact = ContactJson.Read(ref reader);
                break;
            case Member.Applications:
                _applications = ApplicationsJson.Read(ref reader);
                break;
            case Member.Person:
                _person = PersonJson.Read(ref reader);
                break;
            case Member.Lifecycle:
                _lifecycle = LifecycleJson.Read(ref reader);
                break;
            case Member.Engagement:
                _engagement = EngagementJson.Read(ref reader);
                break;
            case Member.Charter:
                _charter = CharterJson.Read(ref reader);
                break;
            case Member.Tasks:
                _tasks = TasksJson.Read(ref reader);
                break;
            case Member.Segments:
                _segments = SegmentsJson.Read(ref reader);
                break;
            default:
                _faults = FaultsJson.Read(ref reader);
                break;
        }
    }

    private readonly Relationship Build(long revision) => new()
    {
        Key = _head.Key,
        Revision = revision,
        Cursor = _cursor,
        Told = _told,
        ToldAtCheckpoint = _toldAtCheckpoint,
        RulesPosition = _rulesPosition,
        NextChangeAt = _nextChangeAt,
        WakeAt = _wakeAt,
        Retractions = _retractions,
        Contact = _contact,
        Applications = _applications,
        Candidate = _person,
        Lifecycle = _lifecycle,
        Engagement = _engagement,
        Charter = _charter,
        Tasks = _tasks,
        Segments = _segments,
        Faults = _faults,
        Unknown = _unknown,
        Redrive = _redrive,
    };
}
