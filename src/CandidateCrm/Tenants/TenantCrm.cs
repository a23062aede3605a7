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
using CandidateCrm.Timeline;
using CandidateCrm.Work;
using CandidateCrm.Talent;
using NodaTime;

namespace CandidateCrm.Tenants;

/// <summary>The CRM of one tenant.</summary>
internal sealed class TenantCrm(TenantId tenant, TenantRules rules, Recorder recorder, InboxDoor inbox, TimelineReader reader, ICrmStore store, IClock clock) : ITenantCrm
{
    public TenantId Tenant => tenant;

    public required IApplications Applications { get; init; }

    public required ICharter Charter { get; init; }

    public required IEngagement Engagement { get; init; }

    public required IFit Fit { get; init; }

    public required IExperience Experience { get; init; }

    public required IInsights Insights { get; init; }

    public required ITenantRules Rules { get; init; }

    public required IParkedWork Parked { get; init; }

    public required IFeatureFaults Faults { get; init; }

    public required ITenantJobs Jobs { get; init; }

    internal required Retractions Retractions { get; init; }

    public required IPauses Pauses { get; init; }

    public required ITaskList Tasks { get; init; }

    public required IPublicStatus PublicStatus { get; init; }

    public required IInterviews Interviews { get; init; }

    public required ISegments Segments { get; init; }

    public required ITalent Talent { get; init; }

    public required IRequisitions Requisitions { get; init; }

    public required IFindings Findings { get; init; }

    public required IAudit Audit { get; init; }

    public async ValueTask<Recorded> RecordAsync(HostFact fact, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fact);
        using var activity = CrmDiagnostics.Source.StartActivity("candidatecrm.record");
        var now = clock.GetCurrentInstant();
        var (admitted, refusal) = Door.Admit(tenant, fact, now, await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false));
        if (admitted is null)
        {
            CrmDiagnostics.FactDone(RecordStatus.Refused);
            return new Recorded { Status = RecordStatus.Refused, Refusal = refusal };
        }

        var (recording, tooMany) = await WriteAsync(admitted, cancellationToken).ConfigureAwait(false);
        if (tooMany is not null)
        {
            CrmDiagnostics.FactDone(RecordStatus.Refused);
            return new Recorded { Status = RecordStatus.Refused, Refusal = tooMany };
        }

        CrmDiagnostics.FactDone(recording.StatusOf(admitted));
        return new Recorded
        {
            Status = recording.StatusOf(admitted),
            Relationship = recording.Relationship,
            Derived = recording.Written?.Followed ?? [],
            Retracted = recording.Written?.Retracted ?? [],
            Effects = recording.Written?.Wanted ?? [],
        };
    }

    /// <summary>Writes an event, or says what only the state on top of which it would be written forbids. What is on record already is no decision more.</summary>
    private async ValueTask<(Recording Recording, Refusal? Refusal)> WriteAsync(TimelineEvent admitted, CancellationToken cancellationToken)
    {
        Refusal? refusal = null;
        var terms = admitted.Entry is SegmentMembershipDecided decided
            ? new RecordTerms { Admits = (there, _) => (refusal = SegmentChoices.IsTooMany(there.Segments, decided) ? Door.OneTooMany(there.Segments!) : null) is null }
            : RecordTerms.Usual;
        var recording = await recorder.RecordAsync(admitted.Relationship, [admitted], terms, cancellationToken).ConfigureAwait(false);
        if (refusal is null || !await IsOnRecordAsync(admitted.Id, cancellationToken).ConfigureAwait(false))
        {
            return (recording, refusal);
        }

        return (await recorder.RecordAsync(admitted.Relationship, [admitted], RecordTerms.Usual, cancellationToken).ConfigureAwait(false), null);
    }

    private async ValueTask<bool> IsOnRecordAsync(EventId id, CancellationToken cancellationToken)
    {
        await foreach (var _ in store.ReadTimelineAsync(TimelineQuery.Of(tenant, id), cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        return false;
    }

    public async ValueTask<Submitted> SubmitAsync(HostFact fact, DbTransaction? transaction = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return (await inbox.SubmitAsync([fact], transaction, cancellationToken).ConfigureAwait(false))[0];
    }

    public ValueTask<ImmutableArray<Submitted>> SubmitAsync(
        IReadOnlyList<HostFact> facts, DbTransaction? transaction = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return inbox.SubmitAsync(facts, transaction, cancellationToken);
    }

    public async ValueTask<ImportReport> ImportAsync(
        IAsyncEnumerable<HostFact> facts,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var log = await rules.LogOfAsync(tenant, cancellationToken).ConfigureAwait(false);
        var import = new Import(recorder, tenant, log, clock, options ?? new ImportOptions());
        return await import.RunAsync(facts, progress, cancellationToken).ConfigureAwait(false);
    }

    public ValueTask<RetractionPreview?> PreviewRetractionAsync(CandidateId candidate, FactsRetracted retraction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(retraction);
        return Retractions.PreviewAsync(candidate, retraction, cancellationToken);
    }

    public IAsyncEnumerable<RetractionPreview> PreviewRetractionAsync(BatchId batch, CancellationToken cancellationToken = default) =>
        batch.IsAssigned
            ? Retractions.PreviewAsync(batch, cancellationToken)
            : throw new ArgumentException("What is taken back is an assigned batch.", nameof(batch));

    public ValueTask<Job> RetractBatchAsync(BatchId batch, ReasonCode reason, Actor by, CancellationToken cancellationToken = default) =>
        Retractions.StartAsync(batch, reason, by, cancellationToken);

    public ValueTask<Relationship?> FindAsync(CandidateId candidate, Instant? asOf = null, CancellationToken cancellationToken = default) =>
        reader.FindAsync(new RelationshipKey(tenant, candidate), asOf, cancellationToken);

    public IAsyncEnumerable<TimelineEvent> ReadTimelineAsync(CandidateId candidate, bool withRetracted = false, CancellationToken cancellationToken = default) =>
        store.ReadTimelineAsync(
            TimelineQuery.Of(new RelationshipKey(tenant, candidate)) with { WithDerived = true, WithRetracted = withRetracted }, cancellationToken);
}
