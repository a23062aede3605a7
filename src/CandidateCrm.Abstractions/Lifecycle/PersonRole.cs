using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Lifecycle;

/// <summary>Says what a person is to the company beside being a candidate, such as <c>alumni</c>: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit. Open: a host may have roles of its own. A role is apart from the phase: an employee may apply.</summary>
public readonly record struct PersonRole : IHostText<PersonRole>
{
    private readonly string? _value;

    private PersonRole(string value) => _value = value;

    /// <summary>Gets «onboarding»: hired, and the onboarding is not over. Follows from a hire only.</summary>
    public static PersonRole Onboarding { get; } = new("onboarding");

    /// <summary>Gets «employee»: works for us. Follows from an onboarding that is over, or is told of somebody of whom no hire is known.</summary>
    public static PersonRole Employee { get; } = new("employee");

    /// <summary>Gets «alumni»: worked for us, and does no more.</summary>
    public static PersonRole Alumni { get; } = new("alumni");

    /// <summary>Gets «advocate»: speaks for us and refers others.</summary>
    public static PersonRole Advocate { get; } = new("advocate");

    /// <summary>Gets «client»: buys from us, or has us search for them.</summary>
    public static PersonRole Client { get; } = new("client");

    /// <summary>Gets the five built-in roles.</summary>
    public static ImmutableArray<PersonRole> BuiltIn { get; } = [Onboarding, Employee, Alumni, Advocate, Client];

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "role");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static PersonRole From(string text) => new(HostText.Code(text, "A role"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out PersonRole value)
    {
        value = HostText.IsCode(text) ? new PersonRole(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
