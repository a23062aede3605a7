using System.Diagnostics.CodeAnalysis;
using CandidateCrm.Candidates;

namespace CandidateCrm.Rules;

/// <summary>Names a kind of definition, such as <c>expectation</c>: 1 to 64 lower-case letters, digits and the marks <c>- _ .</c>, beginning with a letter or digit.</summary>
public readonly record struct DefinitionKind : IHostText<DefinitionKind>
{
    private readonly string? _value;

    private DefinitionKind(string value) => _value = value;

    /// <summary>Gets the kind of the one definition that holds zone and announcements.</summary>
    public static DefinitionKind Settings { get; } = new("settings");

    /// <summary>Gets the kind of lifecycles.</summary>
    public static DefinitionKind Lifecycle { get; } = new("lifecycle");

    /// <summary>Gets the kind of pipelines.</summary>
    public static DefinitionKind Pipeline { get; } = new("pipeline");

    /// <summary>Gets the kind of disposition taxonomies.</summary>
    public static DefinitionKind Dispositions { get; } = new("dispositions");

    /// <summary>Gets the kind of what candidates see of their applications.</summary>
    public static DefinitionKind PublicStatus { get; } = new("public-status");

    /// <summary>Gets the kind of working calendars.</summary>
    public static DefinitionKind Calendar { get; } = new("calendar");

    /// <summary>Gets the kind of zones written out; publishing rules adds those that the rules use.</summary>
    public static DefinitionKind Zone { get; } = new("zone");

    /// <summary>Gets the kind of expectations.</summary>
    public static DefinitionKind Expectation { get; } = new("expectation");

    /// <summary>Gets the kind of scoring models.</summary>
    public static DefinitionKind Score { get; } = new("score");

    /// <summary>Gets the kind of models of fit.</summary>
    public static DefinitionKind Fit { get; } = new("fit");

    /// <summary>Gets the kind of models of experience.</summary>
    public static DefinitionKind Experience { get; } = new("experience");

    /// <summary>Gets the kind of recorded attributes.</summary>
    public static DefinitionKind Attribute { get; } = new("attribute");

    /// <summary>Gets the kind of saved segments.</summary>
    public static DefinitionKind Segment { get; } = new("segment");

    /// <inheritdoc/>
    public bool IsAssigned => _value is not null;

    /// <inheritdoc/>
    public string Value => HostText.Assigned(_value, "kind of definition");

    /// <summary>Makes the value, or throws.</summary>
    /// <exception cref="ArgumentException">The text breaks the rule above.</exception>
    public static DefinitionKind From(string text) => new(HostText.Code(text, "A kind of definition"));

    /// <summary>Makes the value if the text is valid.</summary>
    public static bool TryFrom([NotNullWhen(true)] string? text, out DefinitionKind value)
    {
        value = HostText.IsCode(text) ? new DefinitionKind(text) : default;
        return value.IsAssigned;
    }

    /// <summary>Returns the text, or «(unassigned)».</summary>
    public override string ToString() => _value ?? "(unassigned)";
}
