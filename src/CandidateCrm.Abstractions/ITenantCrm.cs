using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Insights;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tenants;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm;

/// <summary>The CRM of one tenant.</summary>
public interface ITenantCrm
{
    /// <summary>Gets the tenant.</summary>
    TenantId Tenant { get; }

    /// <summary>Gets the rules: what is in force, what a draft would do, how it is published, and how far each feature goes.</summary>
    ITenantRules Rules { get; }

    /// <summary>Gets what was promised and how it is kept.</summary>
    ICharter Charter { get; }

    /// <summary>Gets the scores.</summary>
    IEngagement Engagement { get; }

    /// <summary>Gets the figures over all candidates.</summary>
    IInsights Insights { get; }

    /// <summary>
    /// Records one fact and decides at once. Told twice it changes nothing the second time. Never fails because a rule fails; what is
    /// malformed is refused as a value.
    /// </summary>
    ValueTask<Recorded> RecordAsync(HostFact fact, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records many facts, in any order. What is malformed is reported by itself and the rest goes in. Effects that lie before the
    /// import are kept for the record and not handed over. A cancelled import keeps what was committed; running it again goes on.
    /// </summary>
    ValueTask<ImportReport> ImportAsync(
        IAsyncEnumerable<HostFact> facts,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Returns a relationship as of an instant, now by default; null where nothing was known by then.</summary>
    ValueTask<Relationship?> FindAsync(CandidateId candidate, Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a candidate's timeline in order: facts, acts, derived events that are true, and on request those that no longer are, marked.</summary>
    IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(CandidateId candidate, bool withRetracted = false, CancellationToken cancellationToken = default);
}
