using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Rules;

/// <summary>What a pause holds up. Two scopes are the same where they hold up the same.</summary>
public readonly record struct PauseScope
{
    private PauseScope(PauseScopeKind kind) => Kind = kind;

    /// <summary>Gets the scope of everything: all tenants, on all nodes.</summary>
    public static PauseScope Installation { get; } = new(PauseScopeKind.Installation);

    /// <summary>Gets the scope of the whole tenant whose handle it is given to.</summary>
    public static PauseScope Tenant { get; } = new(PauseScopeKind.Tenant);

    /// <summary>Gets a value indicating whether this scope was ever assigned; false only for the default value, which pauses nothing.</summary>
    public bool IsAssigned => Kind != PauseScopeKind.None;

    /// <summary>Gets how far it reaches.</summary>
    public PauseScopeKind Kind { get; }

    /// <summary>Gets the feature; unassigned for other kinds.</summary>
    public FeatureCode Feature { get; private init; }

    /// <summary>Gets the definition; the default value for other kinds.</summary>
    public DefinitionName Definition { get; private init; }

    /// <summary>Gets the channel; unassigned for other kinds.</summary>
    public Channel Channel { get; private init; }

    /// <summary>Gets the candidate; unassigned for other kinds.</summary>
    public CandidateId Candidate { get; private init; }

    /// <summary>Makes the scope of what one feature asks for.</summary>
    /// <exception cref="ArgumentException">The feature was never assigned.</exception>
    public static PauseScope Of(FeatureCode feature) =>
        feature.IsAssigned
            ? new PauseScope(PauseScopeKind.Feature) { Feature = feature }
            : throw new ArgumentException("A pause names an assigned feature.", nameof(feature));

    /// <summary>Makes the scope of what one definition asks for, in all its versions: an expectation or a score.</summary>
    /// <exception cref="ArgumentException">The name is the default value.</exception>
    public static PauseScope Of(DefinitionName definition) =>
        definition is { Kind.IsAssigned: true, Key: not null }
            ? new PauseScope(PauseScopeKind.Definition) { Definition = definition }
            : throw new ArgumentException("A pause names an assigned definition.", nameof(definition));

    /// <summary>Makes the scope of what goes out on one channel. Tasks and announcements go out on none, so that it holds up none of them.</summary>
    /// <exception cref="ArgumentException">The channel was never assigned.</exception>
    public static PauseScope Of(Channel channel) =>
        channel.IsAssigned
            ? new PauseScope(PauseScopeKind.Channel) { Channel = channel }
            : throw new ArgumentException("A pause names an assigned channel.", nameof(channel));

    /// <summary>Makes the scope of what is about one candidate.</summary>
    /// <exception cref="ArgumentException">The candidate was never assigned.</exception>
    public static PauseScope Of(CandidateId candidate) =>
        candidate.IsAssigned
            ? new PauseScope(PauseScopeKind.Candidate) { Candidate = candidate }
            : throw new ArgumentException("A pause names an assigned candidate.", nameof(candidate));

    /// <summary>Returns the kind and, after a slash, what is paused, such as <c>definition/expectation/decide-application</c>.</summary>
    public override string ToString() => Kind switch
    {
        PauseScopeKind.Installation => "installation",
        PauseScopeKind.Tenant => "tenant",
        PauseScopeKind.Feature => $"feature/{Feature}",
        PauseScopeKind.Definition => $"definition/{Definition}",
        PauseScopeKind.Channel => $"channel/{Channel}",
        PauseScopeKind.Candidate => $"candidate/{Candidate}",
        _ => "(unassigned)",
    };
}
