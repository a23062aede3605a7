using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Audit;

/// <summary>
/// Everything that a replay of one candidate needs, and what it came to where it was exported. It replays without a store or services, on any machine.
/// </summary>
public sealed record ReplayBundle
{
    /// <summary>Gets whose it is, redacted where <see cref="Redacted"/> says so.</summary>
    public required RelationshipKey Relationship { get; init; }

    /// <summary>Gets the facts and acts in the order of the line, without personal parts.</summary>
    public required ImmutableArray<TimelineEvent> Events { get; init; }

    /// <summary>Gets the rules and modes, those included that are not in force any more.</summary>
    public required ActivationLog Rules { get; init; }

    /// <summary>Gets up to when time passed.</summary>
    public required Instant Horizon { get; init; }

    /// <summary>Gets the version of the engine that exported it.</summary>
    public required int EngineVersion { get; init; }

    /// <summary>Gets the version of the zone data that it was exported with.</summary>
    public required string ZoneDataVersion { get; init; }

    /// <summary>Gets a value indicating whether ids were replaced by short ones in the same order, and attributes of custom facts left out.</summary>
    public required bool Redacted { get; init; }

    /// <summary>Gets what the replay came to, a fact of the state, a derived event or an effect in each line.</summary>
    public required ImmutableArray<string> Outcome { get; init; }

    /// <summary>Gets the SHA-256 of the lines with line feeds between, in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public required string OutcomeHash { get; init; }

    /// <summary>Returns whose it is and how many events.</summary>
    public override string ToString() => FormattableString.Invariant($"ReplayBundle {Relationship} ({(Events.IsDefault ? 0 : Events.Length)} events)");
}
