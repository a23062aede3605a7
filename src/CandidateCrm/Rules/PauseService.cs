using System.Runtime.CompilerServices;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>The pauses of one tenant, or of the installation.</summary>
internal sealed class PauseService(TenantId tenant, PauseRecords records, ITenantDocuments documents, TenantRules rules, IClock clock) : IPauses
{
    public async ValueTask<Pause> PauseAsync(PauseScope scope, Actor by, string why, Instant? until = null, CancellationToken cancellationToken = default)
    {
        await CheckAsync(scope, cancellationToken).ConfigureAwait(false);
        _ = WhyText.Required(why, nameof(why));
        var now = Now;
        var end = until is { } given ? Microseconds.Floor(given) : (Instant?)null;
        if (end <= now)
        {
            throw new ArgumentOutOfRangeException(nameof(until), until, "A pause ends later than now, or when somebody resumes.");
        }

        var pause = new Pause { Scope = scope, By = by, Why = why, Since = now, Until = end };
        await records.ReplaceAsync(tenant, scope, new PauseEnd { At = now, By = by, Why = why }, pause, cancellationToken).ConfigureAwait(false);
        return pause;
    }

    public ValueTask<bool> ResumeAsync(PauseScope scope, Actor by, string why, CancellationToken cancellationToken = default)
    {
        CheckHandle(scope);
        CheckFeature(scope);
        _ = WhyText.Required(why, nameof(why));
        return records.ReplaceAsync(tenant, scope, new PauseEnd { At = Now, By = by, Why = why }, next: null, cancellationToken);
    }

    public async ValueTask<IReadOnlyList<Pause>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. (await records.ReadInForceAsync(tenant, Now, cancellationToken).ConfigureAwait(false)).OrderBy(pause => pause.Since)];

    public async IAsyncEnumerable<Pause> ReadEndedAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await records.ReadInForceAsync(tenant, Now, cancellationToken).ConfigureAwait(false);
        var query = new DocumentQuery { Tenant = tenant, Kind = PauseDocuments.EndedKind };
        for (var page = await documents.ReadAsync(query, cancellationToken).ConfigureAwait(false);
             page.Count > 0;
             page = await documents.ReadAsync(query with { After = page[^1].Key.Name }, cancellationToken).ConfigureAwait(false))
        {
            foreach (var document in page)
            {
                yield return PauseJson.Read(document.Json);
            }
        }
    }

    private Instant Now => Microseconds.Floor(clock.GetCurrentInstant());

    /// <summary>A pause that holds nothing up would be found out when it is too late, so that what does not exist is refused.</summary>
    private async ValueTask CheckAsync(PauseScope scope, CancellationToken cancellationToken)
    {
        CheckHandle(scope);
        CheckFeature(scope);
        if (scope.Kind != PauseScopeKind.Definition)
        {
            return;
        }

        if (!EffectOrigin.Kinds.Contains(scope.Definition.Kind))
        {
            throw new ArgumentException($"A definition that is paused is one of {string.Join(", ", EffectOrigin.Kinds)}; the others ask for nothing by name. Pause their feature.", nameof(scope));
        }

        var log = await rules.ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
        if (!log.Versions.Any(version => version.Manifest.Any(row => row.Name == scope.Definition)))
        {
            var known = log.Versions[^1].Manifest.Select(row => row.Name).Where(name => EffectOrigin.Kinds.Contains(name.Kind));
            throw new ArgumentException($"There never was a definition {scope.Definition}. In force are {string.Join(", ", known)}.", nameof(scope));
        }
    }

    private static void CheckFeature(PauseScope scope)
    {
        if (scope.Kind == PauseScopeKind.Feature && !FeatureCode.All.Contains(scope.Feature))
        {
            throw new ArgumentException($"There is no feature {scope.Feature}. Known are {string.Join(", ", FeatureCode.All)}.", nameof(scope));
        }
    }

    private void CheckHandle(PauseScope scope)
    {
        if (!scope.IsAssigned)
        {
            throw new ArgumentException("The scope was never assigned.", nameof(scope));
        }

        if (scope.Kind == PauseScopeKind.Installation != (tenant == TenantId.Installation))
        {
            throw new ArgumentException("The installation is paused by ICrm.Pauses, everything else by ITenantCrm.Pauses.", nameof(scope));
        }
    }
}
