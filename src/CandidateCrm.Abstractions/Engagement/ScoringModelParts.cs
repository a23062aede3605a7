using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>The parts of a scoring model as far as they are known. One that could not be taken stands with its name alone, or as null, so that the others keep their places and nothing is said of it twice.</summary>
internal sealed record ScoringModelParts
{
    internal required ImmutableArray<Signal?> Signals { get; init; }

    internal required ImmutableArray<SignalGroup?> Groups { get; init; }

    internal required ImmutableArray<Band?> Bands { get; init; }

    internal decimal? Floor { get; init; }

    internal decimal? Ceiling { get; init; }

    internal static ScoringModelParts Of(ScoringModel model) => new()
    {
        Signals = [.. model.Signals],
        Groups = [.. model.Groups],
        Bands = [.. model.Bands],
        Floor = model.Floor,
        Ceiling = model.Ceiling,
    };

    /// <summary>Stands for a signal of which only the name is known, and the group where it has one.</summary>
    internal static Signal? Named(TouchKind kind, SignalGroupKey? group) => kind.IsAssigned ? new Signal { Kind = kind, Weight = 0, Group = group } : null;

    /// <summary>Stands for a group of which only the name is known.</summary>
    internal static SignalGroup? Named(SignalGroupKey? key) => key is { IsAssigned: true } named ? new SignalGroup { Key = named, Cap = 0 } : null;
}
