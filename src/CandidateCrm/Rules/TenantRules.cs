using System.Collections.Concurrent;
using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>
/// Which rules tenants have. A log that was read is good for some seconds; a commit under an old one is answered by the store, and a publish in
/// this process is seen at once. A tenant that was never seen begins with the template.
/// </summary>
internal sealed class TenantRules(IRulesStore store, ActivationLoader loader, StartRules start, IClock clock)
{
    /// <summary>How long a log that was read is used without asking again: what another node publishes is seen within it, also by who only reads.</summary>
    internal static readonly Duration Freshness = Duration.FromSeconds(5);

    // Facts of before the tenant was first seen are under its first rules; whatever is published later leaves them there.
    private static readonly Instant BeginningOfTime = Instant.FromUtc(1900, 1, 1, 0, 0);

    private readonly ConcurrentDictionary<TenantId, TenantLog> _known = new();

    /// <summary>Gets who hears of entries that this process did not know, before they are used: what they change is carried to everybody who feels it.</summary>
    internal Func<TenantId, TenantLog, CancellationToken, ValueTask> Learned { get; init; } = (_, _, _) => ValueTask.CompletedTask;

    internal ValueTask<ActivationLog> LogOfAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _known.TryGetValue(tenant, out var known) && known.IsFresh(clock.GetCurrentInstant())
            ? new ValueTask<ActivationLog>(known.Log)
            : ReadLogAsync(tenant, cancellationToken);

    /// <summary>Has the log read again at the next question, because the store knows a newer one.</summary>
    internal void Forget(TenantId tenant) => _known.TryRemove(tenant, out _);

    /// <summary>Reads the log as it stands now: of one that is known, only what came since.</summary>
    internal async ValueTask<TenantLog> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var known = _known.GetValueOrDefault(tenant);
        var newer = await store.ReadLogAsync(tenant, known?.Log.Position ?? 0, cancellationToken).ConfigureAwait(false);
        if (known is null && newer.Count == 0)
        {
            // Of two that are first, one wins, and both go on with what is there.
            await store.PublishAsync(Beginning(tenant, now), cancellationToken).ConfigureAwait(false);
            newer = await store.ReadLogAsync(tenant, after: 0, cancellationToken).ConfigureAwait(false);
        }

        var read = known is not null && newer.Count == 0
            ? known with { ReadAt = now }
            : new TenantLog(await loader.LoadAsync(tenant, known?.Log, newer, cancellationToken).ConfigureAwait(false), [.. known?.Versions ?? [], .. newer], now);
        _known[tenant] = read;
        if (newer.Count > 0)
        {
            await TellAsync(tenant, read, cancellationToken).ConfigureAwait(false);
        }

        return read;
    }

    private async ValueTask TellAsync(TenantId tenant, TenantLog read, CancellationToken cancellationToken)
    {
        try
        {
            await Learned(tenant, read, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // Whoever reads next tells it again.
            Forget(tenant);
            throw;
        }
    }

    private async ValueTask<ActivationLog> ReadLogAsync(TenantId tenant, CancellationToken cancellationToken) =>
        (await ReadAsync(tenant, cancellationToken).ConfigureAwait(false)).Log;

    private RulesPublication Beginning(TenantId tenant, Instant now)
    {
        var stored = RulesDocuments.Of(RulesZones.Resolved(start.Template, log: null));
        var mode = new FeatureMode { Mode = start.Mode, EffectsFrom = start.Mode == Mode.Live ? Microseconds.Floor(start.EffectsFrom ?? now) : null };
        return new RulesPublication
        {
            Tenant = tenant,
            Version = new RulesVersion
            {
                Position = 1,
                EffectiveFrom = BeginningOfTime,
                PublishedAt = Microseconds.Floor(now),
                By = Actor.Crm,
                Manifest = stored.Manifest,
                Modes = [mode],
            },
            Definitions = stored.Documents,
        };
    }
}
