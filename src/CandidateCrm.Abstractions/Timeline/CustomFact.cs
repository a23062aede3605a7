using System.Collections.Immutable;

namespace CandidateCrm.Timeline;

/// <summary>A fact that only the host knows, with typed attributes. Rules may be triggered by its code.</summary>
[WireName("host.custom")]
public sealed record CustomFact : IFact, ICodedFact
{
    /// <summary>Gets the kind of fact, such as <c>badge.printed</c>.</summary>
    public required FactCode Code { get; init; }

    /// <summary>Gets the attributes in ordinal order of their names: at most 32, each name once.</summary>
    public ImmutableArray<FactField> Attributes
    {
        get;
        init => field = FactFields.Sorted(value, 32, "A custom fact");
    } = [];

    string ICodedFact.Code => Code.Value;

    /// <summary>Says the same code with the same attributes.</summary>
    public bool Equals(CustomFact? other) => other is not null && Code == other.Code && Attributes.AsSpan().SequenceEqual(other.Attributes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Attributes.Length);

    /// <summary>Returns the code and the number of attributes.</summary>
    public override string ToString() => $"CustomFact {Code} ({Attributes.Length} attributes)";
}
