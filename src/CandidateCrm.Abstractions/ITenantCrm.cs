using System.Collections.Immutable;
using System.Data.Common;
using CandidateCrm.Applications;
using CandidateCrm.Audit;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Insights;
using CandidateCrm.Jobs;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Storage;
using CandidateCrm.Talent;
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

    /// <summary>Gets what may be done with applications, and what is remembered of them.</summary>
    IApplications Applications { get; }

    /// <summary>Gets what was promised and how it is kept.</summary>
    ICharter Charter { get; }

    /// <summary>Gets the scores.</summary>
    IEngagement Engagement { get; }

    /// <summary>Gets how well candidates match, beside their scores.</summary>
    IFit Fit { get; }

    /// <summary>Gets how candidates have experienced us, by peak and end.</summary>
    IExperience Experience { get; }

    /// <summary>Gets the figures over all candidates.</summary>
    IInsights Insights { get; }

    /// <summary>Gets what failed too often and waits for a person.</summary>
    IParkedWork Parked { get; }

    /// <summary>Gets the features that failed and rest.</summary>
    IFeatureFaults Faults { get; }

    /// <summary>Gets the work that touches many relationships.</summary>
    ITenantJobs Jobs { get; }

    /// <summary>Gets what of this tenant is paused: who stopped it, why, and since when.</summary>
    IPauses Pauses { get; }

    /// <summary>Gets the tasks that people still have to do.</summary>
    ITaskList Tasks { get; }

    /// <summary>Gets what candidates may see of their applications, and whether they may be refused now.</summary>
    IPublicStatus PublicStatus { get; }

    /// <summary>Gets the interviews: which feedback is missing.</summary>
    IInterviews Interviews { get; }

    /// <summary>Gets the openings: what is planned with them, and closing them for everybody in process.</summary>
    IRequisitions Requisitions { get; }

    /// <summary>Gets segment rules over candidates: read, reviewed, and asked of one.</summary>
    ISegments Segments { get; }

    /// <summary>Gets whom the tenant could turn to when an opening comes.</summary>
    ITalent Talent { get; }

    /// <summary>Gets what contradicts itself in what was told, and which applications nobody moves.</summary>
    IFindings Findings { get; }

    /// <summary>Gets what happened with a candidate and why: traces, «why not», and bundles that replay elsewhere.</summary>
    IAudit Audit { get; }

    /// <summary>
    /// Records one fact and decides at once. Told twice it changes nothing the second time. Never fails because a rule fails; what is
    /// malformed is refused as a value.
    /// </summary>
    /// <exception cref="BusyException">The relationship changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<Recorded> RecordAsync(HostFact fact, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes one fact into the inbox, to be recorded by <see cref="ICrmRunner.RunInboxAsync"/>. No rule decides and no relationship is read,
    /// so that it fails only where the inbox does; what is malformed is refused as a value.
    /// </summary>
    /// <param name="fact">The fact.</param>
    /// <param name="transaction">The host's transaction, so that the fact waits if and only if the host commits. Stores without transactions refuse one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The store takes part in no such transaction.</exception>
    ValueTask<Submitted> SubmitAsync(HostFact fact, DbTransaction? transaction = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes many facts into the inbox at once: what is malformed is refused each by itself, the rest goes in together or not at all. The
    /// answers come in the order of the facts. Of one candidate the facts are recorded in the order told.
    /// </summary>
    /// <param name="facts">The facts, of any candidates.</param>
    /// <param name="transaction">The host's transaction, so that the facts wait if and only if the host commits. Stores without transactions refuse one.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The store takes part in no such transaction.</exception>
    ValueTask<ImmutableArray<Submitted>> SubmitAsync(
        IReadOnlyList<HostFact> facts, DbTransaction? transaction = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records many facts, in any order. What is malformed is reported by itself and the rest goes in. Effects that lie before the
    /// import are kept for the record and not handed over. A cancelled import keeps what was committed; running it again goes on.
    /// </summary>
    /// <exception cref="BusyException">A relationship changed again and again meanwhile; what was committed before stays, and running the import again goes on.</exception>
    ValueTask<ImportReport> ImportAsync(
        IAsyncEnumerable<HostFact> facts,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Says what recording a retraction would do to a candidate, were it recorded now; null where there is no such candidate. Nothing is
    /// written. Facts that come or alarms that ring until it is recorded may change the answer.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The retraction is one that <see cref="RecordAsync"/> would refuse: it names neither facts nor a batch, or both, or an id that no fact of the
    /// host can have, or it says no reason.
    /// </exception>
    ValueTask<RetractionPreview?> PreviewRetractionAsync(CandidateId candidate, FactsRetracted retraction, CancellationToken cancellationToken = default);

    /// <summary>Says what taking a batch back would do, one candidate after the other; those whose facts are not touched are left out. Nothing is written.</summary>
    /// <exception cref="ArgumentException">The batch was never assigned.</exception>
    IAsyncEnumerable<RetractionPreview> PreviewRetractionAsync(BatchId batch, CancellationToken cancellationToken = default);

    /// <summary>
    /// Starts a job that takes the facts of a batch back, for every candidate who has some: afterwards everything is as if they had never come,
    /// and facts of the batch that come later count as never told too, for those candidates. While one for the batch goes on or is paused, it is that one, and it stays as it is; one
    /// that is over begins again, with the reason and the actor of the first time.
    /// </summary>
    /// <param name="batch">The batch; assigned.</param>
    /// <param name="reason">Why, as a code; it stands on the timelines. It is assigned. The job has no words beside it.</param>
    /// <param name="by">Who takes it back; so it stands on the timelines.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The batch or the reason was never assigned.</exception>
    /// <exception cref="BusyException">The document of the job changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<Job> RetractBatchAsync(BatchId batch, ReasonCode reason, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Returns a relationship as of an instant, now by default; null where nothing was known by then.</summary>
    ValueTask<Relationship?> FindAsync(CandidateId candidate, Instant? asOf = null, CancellationToken cancellationToken = default);

    /// <summary>Reads a candidate's timeline in order: facts, acts, derived events that are true, and on request those that no longer are, marked.</summary>
    IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(CandidateId candidate, bool withRetracted = false, CancellationToken cancellationToken = default);
}
