using System.Diagnostics.CodeAnalysis;

namespace CandidateCrm.Candidates;

/// <summary>Names one customer of the host: the host's own text, 1 to 200 characters, without control characters. It is part of every key.</summary>
public readonly record struct TenantId : IHostText<TenantId>
{
    private readonly string? _value;

    private TenantId(string value) => _value = value;

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "tenant id");

    /// <summary>Gets the id under which stores keep what belongs to the installation and to no tenant; no host gets a handle of it.</summary>
    internal static TenantId Installation { get; } = new("~installation");

    /// <summary>Gets the id for a host that serves one company.</summary>
    public static TenantId Single { get; } = new("single");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static TenantId From(string text) => new(HostText.Id(text, "A tenant id"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out TenantId value)
    {
        value = HostText.IsId(text) ? new TenantId(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
