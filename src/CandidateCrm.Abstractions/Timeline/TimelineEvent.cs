using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Timeline;

/// <summary>One event of a timeline: the envelope around an entry. Instants are floored to microseconds.</summary>
public sealed record TimelineEvent
{
    /// <summary>Gets whose timeline it is on.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the candidate it was recorded for. It keeps this for ever, also after a merge.</summary>
    public CandidateId Origin
    {
        get => field.IsAssigned ? field : Relationship.Candidate;
        init;
    }

    /// <summary>Gets the id, unique within the tenant.</summary>
    public required EventId Id { get; init; }

    /// <summary>Gets when it happened.</summary>
    public required Instant OccurredAt
    {
        get;
        init => field = Microseconds.Floor(value);
    }

    /// <summary>Gets when the library learned of it. No rule reads it.</summary>
    public required Instant RecordedAt
    {
        get;
        init => field = Microseconds.Floor(value);
    }

    /// <summary>Gets a number of the source that orders events at one instant; 0 by default. It stands before the id.</summary>
    public long SourceOrder { get; init; }

    /// <summary>Gets how well the instant is known.</summary>
    public Precision Precision { get; init; }

    /// <summary>Gets who acted.</summary>
    public Actor Actor { get; init; }

    /// <summary>Gets the system that told it, if any.</summary>
    public SourceCode Source { get; init; }

    /// <summary>Gets what belongs to the same operation of the host, if any.</summary>
    public CorrelationId Correlation { get; init; }

    /// <summary>Gets the import or delivery it came with, if any.</summary>
    public BatchId Batch { get; init; }

    /// <summary>Gets how far it can be relied on.</summary>
    public Trust Trust { get; init; }

    /// <summary>Gets the event that caused this one; unassigned for facts and for what an alarm caused.</summary>
    public EventId Cause { get; init; }

    /// <summary>Gets the number of a derived event within its pass, from 1 on; 0 for facts and acts.</summary>
    public int Ordinal { get; init; }

    /// <summary>Gets what the event says.</summary>
    public required ITimelineEntry Entry
    {
        get;
        init
        {
            field = value;
            RawData = null;
        }
    }

    /// <summary>Gets a value indicating whether a derived event is no longer true.</summary>
    public bool Retracted { get; init; }

    /// <summary>Gets the personal part, if any.</summary>
    [PersonalData]
    public PersonalPart? Personal { get; init; }

    /// <summary>Gets the data as they were read, where they hold members that this version does not know; another entry drops them.</summary>
    [PersonalData]
    internal string? RawData { get; init; }

    /// <summary>Gets whether this is a fact, an act or a derived event. An unknown entry that bears a number within a pass was derived.</summary>
    public EntryClass Class => Entry switch
    {
        UnknownEntry when Ordinal > 0 => EntryClass.Derived,
        IFact => EntryClass.Fact,
        IAct => EntryClass.Act,
        _ => EntryClass.Derived,
    };

    /// <summary>Gets its place on the line.</summary>
    public TimelinePlace Place => new(Microseconds.ToMicros(OccurredAt), TimelinePlace.EventRank, SourceOrder, Id.Value, Ordinal);

    /// <summary>
    /// Says whether another event tells the same: for whom, when, by whom, how surely, and what. When and with which delivery it
    /// came, and the personal part, do not matter.
    /// </summary>
    public bool SameRulePart(TimelineEvent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Id == other.Id && Relationship.Tenant == other.Relationship.Tenant && Origin == other.Origin
            && OccurredAt == other.OccurredAt && SourceOrder == other.SourceOrder && Precision == other.Precision
            && Actor == other.Actor && Trust == other.Trust && Entry.Equals(other.Entry);
    }

    /// <summary>Returns id, wire class and instant; never the entry, which may quote the host.</summary>
    public override string ToString() => $"{Class} {Id} at {OccurredAt}";
}
