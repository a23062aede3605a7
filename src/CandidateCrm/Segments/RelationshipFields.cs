using System.Collections.Frozen;

namespace CandidateCrm.Segments;

/// <summary>The names by which rules about candidates know what the CRM itself keeps.</summary>
internal static class RelationshipFields
{
    internal const string Touchpoints = "touchpoints";
    internal const string FirstContactAt = "firstContactAt";
    internal const string ScorePrefix = "score.";
    internal const string BandPrefix = "band.";

    /// <summary>Names that attributes must not bear beside those of the schema: what rules will be able to ask for.</summary>
    private static readonly FrozenSet<string> Kept = new[]
    {
        SegmentSchema.SegmentName, SegmentSchema.EveryoneName, "item", "score", "band", "fit", "tags", "pools", "consents", "sequences", "segments", "owner", "overlays",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says whether an attribute must not have a name.</summary>
    internal static bool IsReserved(string name) =>
        Kept.Contains(name) || name.StartsWith(ScorePrefix, StringComparison.Ordinal) || name.StartsWith(BandPrefix, StringComparison.Ordinal)
        || RelationshipSchema.BuiltIn.Contains(name);
}
