using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>One entry of a tenant's activation log as it is stored: which definitions and modes are in force from when on, who said so and why.</summary>
public sealed record RulesVersion
{
    /// <summary>Gets the position in the log, from 1 on, without gaps.</summary>
    public required long Position { get; init; }

    /// <summary>Gets from when on it is in force: never before it was published, but for the first one. A later position withdraws what was scheduled at or after its own instant.</summary>
    public required Instant EffectiveFrom { get; init; }

    /// <summary>Gets when it was published.</summary>
    public required Instant PublishedAt { get; init; }

    /// <summary>Gets who published it.</summary>
    public required Actor By { get; init; }

    /// <summary>Gets why, in the publisher's words.</summary>
    [PersonalData]
    public string Why { get; init; } = string.Empty;

    /// <summary>Gets the definitions, in ordinal order of their names.</summary>
    public required ImmutableArray<ManifestRow> Manifest { get; init; }

    /// <summary>Gets the modes; a feature that is not named has the mode of the row without a feature, and where there is none, observes.</summary>
    public ImmutableArray<FeatureMode> Modes { get; init; } = [];

    /// <summary>Gets the definitions that are suspended because they fail.</summary>
    public ImmutableArray<DefinitionName> Suspended { get; init; } = [];

    /// <summary>Returns position and instant.</summary>
    public override string ToString() => $"Rules {Position} from {EffectiveFrom}";
}
