using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Compares a draft with what was published before.</summary>
internal static class DraftChanges
{
    /// <summary>Returns what keeps a draft from following on a log: a version of a definition means the same for ever, because running work holds on to it.</summary>
    internal static IEnumerable<RulesFault> FaultsOf(ImmutableArray<ManifestRow> draft, TenantLog log)
    {
        var published = log.Versions.SelectMany(version => version.Manifest).Distinct().ToLookup(row => row.Name);
        foreach (var row in draft.Where(row => row.Name.Kind != DefinitionKind.Settings))
        {
            var earlier = published[row.Name].Where(old => old.Hash != row.Hash).ToArray();
            if (Array.Exists(earlier, old => old.Version == row.Version))
            {
                yield return new RulesFault
                {
                    Code = PublishFaultCodes.VersionReused,
                    Where = $"{row.Name.Kind} {row.Name.Key}",
                    Sentence = FormattableString.Invariant($"Version {row.Version} was published with other content; give this one version {published[row.Name].Max(old => old.Version) + 1}."),
                };
            }
        }
    }

    internal static ImmutableArray<DefinitionName> Changed(RulesDocuments draft, RulesVersion before)
    {
        var known = before.Manifest.ToDictionary(row => row.Name);
        return [.. draft.Manifest.Where(row => !known.TryGetValue(row.Name, out var old) || old.Hash != row.Hash).Select(row => row.Name)];
    }

    internal static ImmutableArray<DefinitionName> Removed(RulesDocuments draft, RulesVersion before)
    {
        var there = draft.Manifest.Select(row => row.Name).ToHashSet();
        return [.. before.Manifest.Select(row => row.Name).Where(name => !there.Contains(name))];
    }

    /// <summary>Returns the entries that are still to come and that something effective from an instant on withdraws.</summary>
    internal static ImmutableArray<long> Withdrawn(TenantLog log, Instant from, Instant now) =>
        [.. log.Log.InForce.Where(entry => entry.EffectiveFrom >= from && entry.EffectiveFrom > now).Select(entry => entry.Position)];
}
