namespace CandidateCrm.Timeline;

/// <summary>The name of an entry in stored and exported documents: it never changes. A change of shape raises the version.</summary>
/// <param name="name">Feature and past participle in lower case, such as <c>charter.promise_broken</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WireNameAttribute(string name) : Attribute
{
    /// <summary>Gets the name.</summary>
    public string Name { get; } = name;

    /// <summary>Gets the version of the shape, from 1 on.</summary>
    public int Version { get; init; } = 1;
}
