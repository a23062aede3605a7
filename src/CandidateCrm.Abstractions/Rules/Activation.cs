using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>From an instant on, these rules are in force in these modes.</summary>
public sealed record Activation
{
    /// <summary>Gets the position in the log, from 1 on.</summary>
    public required long Position { get; init; }

    /// <summary>Gets from when on, floored to microseconds.</summary>
    public required Instant EffectiveFrom
    {
        get;
        init => field = Microseconds.Floor(value);
    }

    /// <summary>Gets the rules.</summary>
    public required CrmRules Rules { get; init; }

    /// <summary>Gets how far each feature goes; every one of them hands over what it wants, by default.</summary>
    public FeatureModes Modes { get; init; } = FeatureModes.AllLive;

    /// <summary>Gets the definitions that are suspended: they open and judge nothing until a later entry lifts that. A promise that is overdue by then is broken at that instant; a suspended definition of another kind lets its whole feature rest.</summary>
    public ImmutableArray<DefinitionName> Suspended { get; init; } = [];

    /// <summary>Gets the definitions that this version of the library cannot read: they are not in <see cref="Rules"/>, and their features observe.</summary>
    public ImmutableArray<LeftOutDefinition> LeftOut { get; init; } = [];

    /// <summary>Says whether a definition is suspended.</summary>
    public bool IsSuspended(DefinitionName name) => Suspended.Contains(name);

    /// <summary>Returns position and instant.</summary>
    public override string ToString() => $"Activation {Position} from {EffectiveFrom}";
}
