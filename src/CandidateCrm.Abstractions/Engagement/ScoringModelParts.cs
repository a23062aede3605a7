using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>The parts of a scoring model as far as they are known. One that could not be taken stands as null, so that the others keep their places and nothing is said of it twice.</summary>
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
}
