namespace CandidateCrm.Segments;

/// <summary>A protected attribute. No rule can be made of it; the schema knows only its name, so that a rule in text is refused for the right reason.</summary>
public sealed class ProtectedField
{
    internal ProtectedField(string name) => Name = name;

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
