namespace CandidateCrm.Timeline;

/// <summary>One kind of entry: its type, its wire name and the version of its shape.</summary>
public sealed record EntryType
{
    internal EntryType(Type type, string name, int version = 1)
    {
        Type = type;
        Name = name;
        Version = version;
    }

    /// <summary>Gets the type.</summary>
    public Type Type { get; }

    /// <summary>Gets the wire name.</summary>
    public string Name { get; }

    /// <summary>Gets the version of the shape.</summary>
    public int Version { get; }
}
