using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>A page of who is in a kept segment, by since when.</summary>
public sealed record SegmentMembers
{
    /// <summary>Gets when it was read. What time alone changes follows with the alarms of the candidates.</summary>
    public required Instant AsOf { get; init; }

    /// <summary>Gets since when a change of rules is in force that was not carried to everybody yet, so that the page may still be that of the rules before for some; null where all were. It stands, also where the job was cancelled or failed, until one went through everybody without a failure.</summary>
    public Instant? ComputingSince { get; init; }

    /// <summary>Gets the members, by since when, then by candidate; fewer than were asked for only on the last page.</summary>
    public required ImmutableArray<SegmentMember> Members { get; init; }
}
