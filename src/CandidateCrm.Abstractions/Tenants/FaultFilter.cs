using CandidateCrm.Relationships;

namespace CandidateCrm.Tenants;

/// <summary>Which faults are meant. What is not said is not narrowed.</summary>
public sealed record FaultFilter
{
    /// <summary>Gets the feature, such as <c>charter</c>; null for all.</summary>
    public string? Feature { get; init; }

    /// <summary>Gets the definition, as kind and key with a slash between them; null for all.</summary>
    public string? Definition { get; init; }

    /// <summary>Gets the code, in full, such as <c>derived.limit</c>; null for all.</summary>
    public string? Code { get; init; }

    /// <summary>Says whether a fault is meant.</summary>
    internal bool Takes(SliceFault fault) =>
        (Feature is null || string.Equals(Feature, fault.Feature, StringComparison.Ordinal))
        && (Definition is null || string.Equals(Definition, fault.Definition, StringComparison.Ordinal))
        && (Code is null || string.Equals(Code, fault.Code, StringComparison.Ordinal));
}
