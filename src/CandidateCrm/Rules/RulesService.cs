using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Rules;

/// <summary>Reads, reviews and publishes the rules of one tenant.</summary>
internal sealed class RulesService(TenantId tenant, RulesDesk desk) : ITenantRules
{
    public async ValueTask<RulesStatus> ReadAsync(CancellationToken cancellationToken = default)
    {
        var log = await LogAsync(cancellationToken).ConfigureAwait(false);
        var now = desk.Clock.GetCurrentInstant();
        return new RulesStatus { At = now, InForce = log.Log.InForceAt(now), Position = log.Log.Position, Versions = log.Versions };
    }

    public CrmRules Template(string name) =>
        desk.Templates.Contains(name)
            ? desk.Templates.Build(name)
            : throw new ArgumentException($"There is no template {name}. Known are {string.Join(", ", desk.Templates.Names)}.", nameof(name));

    public async ValueTask<RulesReport> ReviewAsync(RulesDraft draft, Sample? sample = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var log = await LogAsync(cancellationToken).ConfigureAwait(false);
        var (reading, faults) = await ReadAsync(draft, log, desk.Clock.GetCurrentInstant()).ConfigureAwait(false);
        var report = new RulesReport { Faults = faults, Position = log.Log.Position };
        if (reading.Stored is not { } stored || !faults.IsEmpty)
        {
            return report;
        }

        var now = desk.Clock.GetCurrentInstant();
        return report with
        {
            Changed = DraftChanges.Changed(stored, InForceAt(log, now)),
            Removed = DraftChanges.Removed(stored, InForceAt(log, now)),
            Withdrawn = DraftChanges.Withdrawn(log, now, now),
            WhatIf = sample is null ? null : await desk.WhatIf.RunAsync(tenant, reading.Rules!, sample, cancellationToken).ConfigureAwait(false),
        };
    }

    public async ValueTask<PublishOutcome> PublishAsync(RulesDraft draft, PublishTerms terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(terms);
        var log = await LogAsync(cancellationToken).ConfigureAwait(false);
        var now = desk.Clock.GetCurrentInstant();
        var (reading, faults) = await ReadAsync(draft, log, Instant.Max(terms.EffectiveFrom ?? now, now)).ConfigureAwait(false);
        return faults.IsEmpty
            ? await AppendAsync(log, terms, last => last with { Manifest = reading.Stored!.Manifest }, reading.Stored!.Documents, cancellationToken).ConfigureAwait(false)
            : new PublishOutcome { Status = PublishStatus.Refused, Position = log.Log.Position, Faults = faults };
    }

    public async ValueTask<PublishOutcome> SetModeAsync(FeatureMode mode, PublishTerms terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var log = await LogAsync(cancellationToken).ConfigureAwait(false);
        if (mode.Feature.IsAssigned && !FeatureCode.All.Contains(mode.Feature))
        {
            return Refused(log, PublishFaultCodes.FeatureUnknown, $"feature {mode.Feature}", $"There is no such feature. Known are {string.Join(", ", FeatureCode.All)}.");
        }

        if (!Enum.IsDefined(mode.Mode))
        {
            return Refused(log, PublishFaultCodes.ModeUnknown, "mode", $"There is no such mode. Known are {string.Join(", ", Enum.GetNames<Mode>())}.");
        }

        return await AppendAsync(log, terms, last => last with { Modes = FeatureModes.Of(last.Modes).With(mode).Rows }, documents: null, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<PublishOutcome> SuspendAsync(DefinitionName definition, bool isSuspended, PublishTerms terms, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var log = await LogAsync(cancellationToken).ConfigureAwait(false);

        // What is scheduled later is withdrawn by this, so that what is suspended is asked of what is in force by then.
        var known = InForceAt(log, terms.EffectiveFrom ?? desk.Clock.GetCurrentInstant()).Manifest;
        if (known.All(row => row.Name != definition) && isSuspended)
        {
            return Refused(log, PublishFaultCodes.DefinitionUnknown, definition.ToString(), $"There is no such definition. Known are {string.Join(", ", known.Select(row => row.Name))}.");
        }

        return await AppendAsync(log, terms, last => last with { Suspended = With(last.Suspended, definition, isSuspended) }, documents: null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Suspends a definition at once and publishes again what that withdraws of what is scheduled: suspended there as well, unless another version of it is
    /// to come. Where somebody else publishes meanwhile, theirs stands.
    /// </summary>
    internal async ValueTask SuspendAndKeepAsync(DefinitionName definition, string why, CancellationToken cancellationToken)
    {
        var log = await LogAsync(cancellationToken).ConfigureAwait(false);
        var now = desk.Clock.GetCurrentInstant();
        var failed = InForceAt(log, now);
        var scheduled = log.Log.InForce.Where(entry => entry.EffectiveFrom > now).Select(entry => log.Versions.Single(version => version.Position == entry.Position)).ToArray();
        var note = scheduled.Length == 0 ? why : $"{why} What was scheduled as {string.Join(", ", scheduled.Select(version => version.Position))} is published again.";
        var outcome = await SuspendAsync(definition, isSuspended: true, new PublishTerms { By = Actor.Crm, Why = note, Expected = log.Log.Position }, cancellationToken).ConfigureAwait(false);
        foreach (var version in scheduled)
        {
            if (outcome.Status is PublishStatus.Refused or PublishStatus.PositionConflict)
            {
                return;
            }

            var isSame = version.Manifest.FirstOrDefault(row => row.Name == definition) == failed.Manifest.FirstOrDefault(row => row.Name == definition);
            var again = version with { Suspended = With(version.Suspended, definition, isSame) };
            var terms = new PublishTerms { By = version.By, Why = version.Why, Expected = outcome.Position, EffectiveFrom = version.EffectiveFrom };
            outcome = await AppendAsync(await LogAsync(cancellationToken).ConfigureAwait(false), terms, last => Again(last, again), [], cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<(DraftReading Reading, ImmutableArray<RulesFault> Faults)> ReadAsync(RulesDraft draft, TenantLog log, Instant from)
    {
        var reading = DraftReading.Of(draft, desk.Cache, log);
        var around = reading.Rules is { } rules ? await desk.Surroundings.FaultsOfAsync(rules, from).ConfigureAwait(false) : [];

        // A rule whose form is wrong cannot be read over any fields either: that is said once.
        var said = reading.Faults.Select(fault => (fault.Code, fault.Where)).ToHashSet();
        return (reading,
        [
            .. reading.Faults,
            .. around.Where(fault => !said.Contains((fault.Code, fault.Where))),
            .. DraftChanges.FaultsOf(reading.Rows, log),
        ]);
    }

    private async ValueTask<PublishOutcome> AppendAsync(
        TenantLog log, PublishTerms terms, Func<RulesVersion, RulesVersion> change, ImmutableArray<DefinitionDocument>? documents, CancellationToken cancellationToken)
    {
        var now = Microseconds.Floor(desk.Clock.GetCurrentInstant());
        var from = Microseconds.Floor(terms.EffectiveFrom ?? now);
        if (from < now)
        {
            return Refused(log, PublishFaultCodes.EffectiveInPast, "rules", "Rules come into force when they are published or later, never before: say no instant for now.");
        }

        if (terms.Expected != log.Log.Position)
        {
            return new PublishOutcome { Status = PublishStatus.PositionConflict, Position = log.Log.Position };
        }

        // What is scheduled later is withdrawn by this, so it is not what this changes.
        var last = InForceAt(log, from);
        var withdrawn = DraftChanges.Withdrawn(log, from, now);
        if (IsSame(last, change(last)) && (documents is null || withdrawn.IsEmpty))
        {
            return new PublishOutcome { Status = PublishStatus.Unchanged, Position = log.Log.Position };
        }

        var version = change(last with { Position = log.Log.Position + 1, EffectiveFrom = from, PublishedAt = now, By = terms.By, Why = terms.Why });
        var isPublished = await desk.Store.PublishAsync(new RulesPublication { Tenant = tenant, Version = version, Definitions = documents ?? [] }, cancellationToken).ConfigureAwait(false);
        desk.Rules.Forget(tenant);
        var after = await LogAsync(cancellationToken).ConfigureAwait(false);
        return new PublishOutcome
        {
            Status = isPublished ? PublishStatus.Published : PublishStatus.PositionConflict,
            Position = isPublished ? version.Position : after.Log.Position,
            Withdrawn = isPublished ? withdrawn : [],
        };
    }

    private ValueTask<TenantLog> LogAsync(CancellationToken cancellationToken) => desk.Rules.ReadAsync(tenant, cancellationToken);

    private static RulesVersion InForceAt(TenantLog log, Instant at)
    {
        var position = log.Log.InForceAt(at).Position;
        return log.Versions.Single(version => version.Position == position);
    }

    private static RulesVersion Again(RulesVersion terms, RulesVersion version) =>
        terms with { Manifest = version.Manifest, Modes = version.Modes, Suspended = version.Suspended };

    private static bool IsSame(RulesVersion before, RulesVersion after) =>
        before.Manifest.ToHashSet().SetEquals(after.Manifest) && FeatureModes.Of(before.Modes).Rows.AsSpan().SequenceEqual(FeatureModes.Of(after.Modes).Rows.AsSpan()) && before.Suspended.AsSpan().SequenceEqual(after.Suspended.AsSpan());

    private static ImmutableArray<DefinitionName> With(ImmutableArray<DefinitionName> suspended, DefinitionName definition, bool isSuspended) =>
        isSuspended ? suspended.Contains(definition) ? suspended : suspended.Add(definition) : suspended.Remove(definition);

    private static PublishOutcome Refused(TenantLog log, string code, string where, string sentence) => new()
    {
        Status = PublishStatus.Refused,
        Position = log.Log.Position,
        Faults = [new RulesFault { Code = code, Where = where, Sentence = sentence }],
    };
}
