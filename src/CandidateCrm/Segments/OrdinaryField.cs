namespace CandidateCrm.Segments;

/// <summary>A field that rules made in code may use: an ordinary one, or a proxy, whose justification is judged when the rule is compiled. Fields of other classes are no such thing.</summary>
public abstract class OrdinaryField
{
    private protected OrdinaryField(string name) => Name = name;

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>There is a value; of a collection or set: there is an item.</summary>
    public SegmentRule HasValue() => new HasValueRule(Name);

    /// <summary>There is no value.</summary>
    public SegmentRule HasNoValue() => new HasValueRule(Name, isNegated: true);

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
