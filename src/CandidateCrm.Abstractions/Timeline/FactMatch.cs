namespace CandidateCrm.Timeline;

/// <summary>One kind of fact, narrowed where it is a touchpoint or a custom fact.</summary>
public sealed record FactMatch
{
    /// <summary>Gets the wire name of the fact.</summary>
    public required string Type { get; init; }

    /// <summary>Gets the kind of touchpoint; unassigned for every kind.</summary>
    public TouchKind Kind { get; init; }

    /// <summary>Gets the direction of the touchpoint; null for every direction.</summary>
    public Direction? Direction { get; init; }

    /// <summary>Gets the code of the custom fact; unassigned for every code.</summary>
    public FactCode Code { get; init; }

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
            CustomFact custom => !Code.IsAssigned || Code == custom.Code,
            _ => true,
        };
    }
}
