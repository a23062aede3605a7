namespace CandidateCrm.Timeline;

/// <summary>One named, typed value of a custom fact.</summary>
public readonly record struct FactField
{
    /// <summary>Initializes an attribute.</summary>
    /// <param name="name">1 to 64 lower-case letters, digits and the marks <c>- _ .</c>.</param>
    /// <param name="value">Its value.</param>
    public FactField(FactCode name, AttributeValue value)
    {
        Name = name.IsAssigned ? name : throw new ArgumentException("An attribute needs an assigned name.", nameof(name));
        Value = value;
    }

    /// <summary>Gets the name.</summary>
    public FactCode Name { get; }

    /// <summary>Gets the value.</summary>
    public AttributeValue Value { get; }
}
