using CandidateCrm.Rules;

namespace CandidateCrm.Relationships;

/// <summary>Which feature a definition belongs to.</summary>
internal static class FeatureOfKind
{
    /// <summary>The feature that keeps what is known of the person. It cannot be switched.</summary>
    private static readonly FeatureCode Candidates = FeatureCode.From("candidates");

    /// <summary>The feature that keeps who is in which segment. It cannot be switched: what it does goes out only as what the host has announced.</summary>
    private static readonly FeatureCode Segments = FeatureCode.From("segments");

    /// <summary>Returns the feature; unassigned for settings and zones, which belong to all.</summary>
    internal static FeatureCode Of(DefinitionKind kind) => kind switch
    {
        _ when kind == DefinitionKind.Lifecycle => FeatureCode.Lifecycle,
        _ when kind == DefinitionKind.Pipeline || kind == DefinitionKind.Dispositions || kind == DefinitionKind.PublicStatus => FeatureCode.Applications,
        _ when kind == DefinitionKind.Score => FeatureCode.Engagement,

        // Nothing of these is folded: they are asked, and no feature rests where one is missing.
        _ when kind == DefinitionKind.Fit || kind == DefinitionKind.Experience => FeatureCode.From(kind.Value),
        _ when kind == DefinitionKind.Segment => Segments,
        _ when kind == DefinitionKind.Calendar || kind == DefinitionKind.Expectation => FeatureCode.Charter,
        _ when kind == DefinitionKind.Attribute => Candidates,
        _ => default,
    };
}
