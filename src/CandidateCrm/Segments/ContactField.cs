namespace CandidateCrm.Segments;

/// <summary>A way to reach somebody. Whether there is one may be asked, and nothing else: it has no comparison.</summary>
public sealed class ContactField
{
    internal ContactField(string name) => Name = name;

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>There is one.</summary>
    public SegmentRule HasValue() => new HasValueRule(Name);

    /// <summary>There is none.</summary>
    public SegmentRule HasNoValue() => new HasValueRule(Name, isNegated: true);

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
