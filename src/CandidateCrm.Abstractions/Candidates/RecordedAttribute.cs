using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>What the host told last of one attribute of a person.</summary>
public sealed record RecordedAttribute
{
    /// <summary>Gets the name.</summary>
    public required FactCode Name { get; init; }

    /// <summary>Gets the value; none where it was told with a row version that there is none. Of an attribute that is declared as a contact only whether there is one: true.</summary>
    public AttributeValue Value { get; init; }

    /// <summary>Gets the newest row version that it was told with; null where none ever was.</summary>
    public long? RowVersion { get; init; }

    /// <summary>Returns the name and the type, never the value.</summary>
    public override string ToString() => $"{Name}: {Value.Type}";
}
