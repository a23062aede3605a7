using System.Collections.Immutable;
using CandidateCrm;
using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using GreenhouseBridge.Mapping;

namespace GreenhouseBridge;

/// <summary>Keeps the requisitions of the tenant like the jobs of Greenhouse: as the payload that came last says it.</summary>
internal sealed class RequisitionDesk(ITenantCrm crm)
{
    /// <summary>Saves, closes or re-opens a requisition, so that it is as all readings of its job together say. Returns what was done.</summary>
    internal async Task<ImmutableArray<string>> ApplyAsync(IReadOnlyCollection<JobReading> readings, CancellationToken cancellationToken)
    {
        var inOrder = readings.OrderBy(reading => reading.ReceivedAt).ThenBy(reading => reading.ClosedBecause.IsAssigned).ThenBy(reading => reading.ToString(), StringComparer.Ordinal).ToList();
        if (inOrder.LastOrDefault(reading => reading.Openings is not null) is not { } shown)
        {
            return []; // Only its end was told: there is nothing to close until something says what it was.
        }

        var last = inOrder[^1];
        var done = ImmutableArray.CreateBuilder<string>();
        var stored = await crm.Requisitions.FindAsync(shown.Requisition, cancellationToken);
        if (stored is { IsClosed: true } && !last.ClosedBecause.IsAssigned)
        {
            stored = (await crm.Requisitions.ReopenAsync(shown.Requisition, Actor.Host, cancellationToken)).Requisition;
            done.Add($"re-opened {shown.Requisition}");
        }

        var saved = await crm.Requisitions.SaveAsync(DraftOf(stored, shown), cancellationToken);
        if (saved.Outcome != RequisitionOutcome.Unchanged)
        {
            done.Add(saved.Outcome == RequisitionOutcome.Written ? $"saved {shown.Requisition}" : $"refused {shown.Requisition}: {string.Join(", ", saved.Faults)}");
        }

        if (last.ClosedBecause.IsAssigned && saved.Requisition is { IsClosed: false })
        {
            await crm.Requisitions.CloseAsync(shown.Requisition, last.ClosedBecause, Actor.Host, cancellationToken);
            done.Add($"closed {shown.Requisition}: {last.ClosedBecause}");
        }

        return done.ToImmutable();
    }

    private static Requisition DraftOf(Requisition? stored, JobReading job)
    {
        var known = stored ?? new Requisition { Id = job.Requisition, Openings = 0, OpenedOn = job.OpenedOn };
        return known with
        {
            Openings = Math.Max(job.Openings ?? 0, known.Filled),
            OpenedOn = job.OpenedOn,
            Status = known.IsClosed ? known.Status : job.IsOpen ? RequisitionStatus.Open : RequisitionStatus.OnHold,
        };
    }
}
