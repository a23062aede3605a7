using System.Collections.Concurrent;
using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>
/// Makes entries of a log from what is stored. Equal manifests give the same rules object, also for different tenants, so that rules are read and
/// compiled once. What this version cannot read is left out, and its feature observes; nothing that is stored stops the process.
/// </summary>
internal sealed class ActivationLoader(IRulesStore store, DefinitionCache cache)
{
    private readonly ConcurrentDictionary<string, WeakReference<RulesReading>> _read = new(StringComparer.Ordinal);

    /// <summary>Makes the log that goes on from one that is known with newer entries.</summary>
    internal async ValueTask<ActivationLog> LoadAsync(
        TenantId tenant, ActivationLog? known, IReadOnlyList<RulesVersion> newer, CancellationToken cancellationToken)
    {
        List<Activation> entries = [.. known?.Entries ?? []];
        foreach (var version in newer)
        {
            entries.Add(await LoadAsync(tenant, version, cancellationToken).ConfigureAwait(false));
        }

        return ActivationLog.Of(entries);
    }

    private async ValueTask<Activation> LoadAsync(TenantId tenant, RulesVersion version, CancellationToken cancellationToken)
    {
        var reading = await ReadAsync(tenant, version.Manifest, cancellationToken).ConfigureAwait(false);
        return new Activation
        {
            Position = version.Position,
            EffectiveFrom = version.EffectiveFrom,
            Rules = reading.Rules ?? Nothing,
            Modes = ModesOf(version, reading),
            Suspended = version.Suspended,
            LeftOut = reading.LeftOut,
        };
    }

    private static CrmRules Nothing { get; } = new() { Zone = DateTimeZone.Utc };

    private async ValueTask<RulesReading> ReadAsync(TenantId tenant, ImmutableArray<ManifestRow> manifest, CancellationToken cancellationToken)
    {
        var name = string.Concat(manifest.Select(row => $"{row.Name}:{row.Version}:{row.Hash};"));
        if (_read.TryGetValue(name, out var weak) && weak.TryGetTarget(out var known))
        {
            return known;
        }

        var documents = await store.ReadDefinitionsAsync(tenant, [.. manifest.Select(row => row.Hash).Distinct()], cancellationToken).ConfigureAwait(false);
        var reading = new RulesDocuments { Manifest = manifest, Documents = [.. documents] }.Read(cache);

        // Documents that are missing may be there later; only what is complete is worth remembering.
        if (reading.IsComplete)
        {
            _read[name] = new WeakReference<RulesReading>(reading);
            Held.Add(reading.Rules!, reading);
        }

        return reading;
    }

    /// <summary>A reading lives as long as its rules do.</summary>
    private System.Runtime.CompilerServices.ConditionalWeakTable<CrmRules, RulesReading> Held { get; } = [];

    private static FeatureModes ModesOf(RulesVersion version, RulesReading reading)
    {
        var modes = FeatureModes.Of(version.Modes);
        foreach (var feature in reading.LeftOut.Select(left => FeatureOfKind.Of(left.Row.Name.Kind)).Distinct())
        {
            if (feature.IsAssigned && modes.ModeOf(feature).Mode == Mode.Live)
            {
                modes = modes.With(new FeatureMode { Feature = feature, Mode = Mode.Observe });
            }
        }

        return modes;
    }
}
