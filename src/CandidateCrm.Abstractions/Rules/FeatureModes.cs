using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>The modes of all features of a tenant in one entry of its log.</summary>
public sealed record FeatureModes
{
    /// <summary>The reason code of an intent that is withheld because its feature observes.</summary>
    public const string Observing = "mode.observe";

    /// <summary>The reason code of an intent that is withheld because it lies before the instant from which effects are handed over.</summary>
    public const string BeforeEffectsFrom = "mode.before_effects_from";

    private readonly ImmutableArray<FeatureMode> _rows;

    private FeatureModes(ImmutableArray<FeatureMode> rows) => _rows = rows;

    /// <summary>Gets the modes in which every feature hands over whatever it wants.</summary>
    public static FeatureModes AllLive { get; } = Of([new FeatureMode { Mode = Mode.Live }]);

    /// <summary>Gets the modes in which every feature observes.</summary>
    public static FeatureModes AllObserve { get; } = Of([]);

    /// <summary>Gets the rows, in ordinal order of the features; the row without a feature is for all that are not named.</summary>
    public ImmutableArray<FeatureMode> Rows => _rows;

    /// <summary>Makes the modes.</summary>
    /// <exception cref="ArgumentException">A feature is named twice.</exception>
    public static FeatureModes Of(ImmutableArray<FeatureMode> rows)
    {
        var sorted = rows.IsDefaultOrEmpty ? [] : rows.Sort((a, b) => string.CompareOrdinal(NameOf(a), NameOf(b)));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Feature == sorted[i - 1].Feature)
            {
                throw new ArgumentException($"Modes name each feature once, but {sorted[i].Feature} twice.", nameof(rows));
            }
        }

        return new FeatureModes(sorted);
    }

    /// <summary>Returns the mode of a feature: its own, else that of the row for all others, else <see cref="Mode.Observe"/>.</summary>
    public FeatureMode ModeOf(FeatureCode feature)
    {
        var others = new FeatureMode { Mode = Mode.Observe };
        foreach (var row in _rows)
        {
            if (row.Feature == feature)
            {
                return row;
            }

            others = row.Feature.IsAssigned ? others : row;
        }

        return others with { Feature = feature };
    }

    /// <summary>Returns the same modes with another one for a feature; an unassigned feature is all that are not named.</summary>
    public FeatureModes With(FeatureMode mode) => Of([.. _rows.Where(row => row.Feature != mode.Feature), mode]);

    /// <summary>Returns why an intent of a feature at an instant is withheld: one of the codes above, or null where it is handed over.</summary>
    public string? WithholdingOf(FeatureCode feature, Instant at)
    {
        var mode = ModeOf(feature);
        return mode.Mode != Mode.Live ? Observing : at < mode.EffectsFrom ? BeforeEffectsFrom : null;
    }

    private static string NameOf(FeatureMode row) => row.Feature.IsAssigned ? row.Feature.Value : string.Empty;
}
