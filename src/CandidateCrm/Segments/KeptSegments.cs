using CandidateCrm.Calendars;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;

namespace CandidateCrm.Segments;

/// <summary>Compares the kept segments of one version of the rules with those of another.</summary>
internal static class KeptSegments
{
    /// <summary>Says whether kept segments mean the same under both rules. What may differ counts as different.</summary>
    internal static bool AreSame(CompiledRules one, CompiledRules other) =>
        ReferenceEquals(one, other)
        || (one.Segments.Kept.IsEmpty && other.Segments.Kept.IsEmpty)
        || (one.Segments.Kept.Select(each => each.Definition).SequenceEqual(other.Segments.Kept.Select(each => each.Definition))
            && one.Rules.Attributes.AsSpan().SequenceEqual(other.Rules.Attributes.AsSpan())
            && one.HasTheModelsOf(other)
            && HaveTheSameDays(one.Rules, other.Rules));

    /// <summary>Says whether days begin at the same instants under both rules.</summary>
    internal static bool HaveTheSameDays(CrmRules one, CrmRules other) =>
        string.Equals(one.Zone.Id, other.Zone.Id, StringComparison.Ordinal) && !ZoneTables.Differ(one.Zones, other.Zones);
}
