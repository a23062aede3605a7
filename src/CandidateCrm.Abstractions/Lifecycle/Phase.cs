using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Lifecycle;

/// <summary>Says where the relationship with a person stands, such as <c>engage</c>: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit. Open: a tenant may have phases of its own beside the five built-in ones.</summary>
public readonly record struct Phase : IHostText<Phase>
{
    private readonly string? _value;

    private Phase(string value) => _value = value;

    /// <summary>Gets «discover»: the person is known to us, and neither side has spoken.</summary>
    public static Phase Discover { get; } = new("discover");

    /// <summary>Gets «attract»: we reached out, or the person showed a first interest; there is no conversation yet.</summary>
    public static Phase Attract { get; } = new("attract");

    /// <summary>Gets «engage»: both sides talk, and no application is live.</summary>
    public static Phase Engage { get; } = new("engage");

    /// <summary>Gets «hire»: at least one application is live.</summary>
    public static Phase Hire { get; } = new("hire");

    /// <summary>Gets «nurture»: the time between processes, for silver medallists, people set aside for later, hires and alumni.</summary>
    public static Phase Nurture { get; } = new("nurture");

    /// <summary>Gets the five built-in phases in the order of a first journey, from <see cref="Discover"/> to <see cref="Nurture"/>.</summary>
    public static ImmutableArray<Phase> BuiltIn { get; } = [Discover, Attract, Engage, Hire, Nurture];

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "phase");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static Phase From(string text) => new(HostText.Code(text, "A phase"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out Phase value)
    {
        value = HostText.IsCode(text) ? new Phase(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
