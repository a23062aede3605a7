using CandidateCrm.Applications;

namespace CandidateCrm.Timeline;

/// <summary>One kind of fact, narrowed where it is a touchpoint, the end of an application, or a fact with a code.</summary>
public sealed record FactMatch
{
    /// <summary>Gets the wire name of the fact.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the kind of touchpoint; unassigned for every kind.</summary>
    public TouchKind Kind { get; init; }

    /// <summary>Gets the direction of the touchpoint; null for every direction.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Gets the code of the custom fact, or the reason of a wait; unassigned for every one.</summary>
    public FactCode Code { get; init; }

    /// <summary>Gets how the application ended; null for every disposition.</summary>
    public Disposition? Disposition { get; init; }

    /// <summary>Says whether an entry is meant.</summary>
    public bool Matches(ITimelineEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!string.Equals(EntryTypes.NameOf(entry), Type, StringComparison.Ordinal))
        {
            return false;
        }

        return entry switch
        {
            TouchpointRecorded touch => (!Kind.IsAssigned || Kind == touch.Kind) && (Direction is null || Direction == touch.Direction),
            ICodedFact coded => !Code.IsAssigned || string.Equals(Code.Value, coded.Code, StringComparison.Ordinal),
            ApplicationEnded ended => Disposition is null || Disposition == ended.Disposition,
            _ => true,
        };
    }
}
