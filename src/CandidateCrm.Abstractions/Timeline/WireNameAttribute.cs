namespace CandidateCrm.Timeline;

/// <summary>
/// Gives an event the name under which it is stored and sent, such as <c>charter.promise_broken</c>: the feature, a dot,
/// and what happened in the past tense, in lower-case words joined by underscores. Names are unique and never change,
/// even when the type is renamed; documents written years ago are found by them.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class WireNameAttribute : Attribute
{
    /// <summary>Gives the name.</summary>
    public WireNameAttribute(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>Gets the name on the wire.</summary>
    public string Name { get; }

    /// <summary>Gets the version of the event's shape: 1 or more, 1 by default. It rises only when old readers would misread the new shape.</summary>
    public int Version
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A version is 1 or more.");
    } = 1;
}
