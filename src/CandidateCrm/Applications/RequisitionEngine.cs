using System.Collections.Immutable;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Says what is wrong with a requisition, and what closing and re-opening make of one. Pure; usable without anything else of the CRM.</summary>
public static class RequisitionEngine
{
    private static readonly LocalDate Earliest = new(1900, 1, 1);

    /// <summary>Says everything that is wrong with a draft; empty where it may be saved.</summary>
    /// <param name="draft">What is to be saved.</param>
    /// <param name="stored">What is stored; null where nothing is.</param>
    /// <param name="pipelines">The pipelines of the rules in force. One that the stored requisition has already may be gone from them.</param>
    public static ImmutableArray<RequisitionFault> Review(Requisition draft, Requisition? stored, IReadOnlyCollection<PipelineKey> pipelines)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(pipelines);
        return
        [
            .. Names(draft, stored),
            .. Numbers(draft),
            .. Dates(draft),
            .. Rows(draft),
            .. Pipeline(draft, stored, pipelines),
            .. Kept(draft, stored),
        ];
    }

    /// <summary>Returns a requisition as it is once it was closed; one that is closed stays as it is, with its first reason.</summary>
    /// <exception cref="ArgumentException">The reason was never assigned.</exception>
    public static Requisition Close(Requisition requisition, ReasonCode reason, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(requisition);
        if (!reason.IsAssigned)
        {
            throw new ArgumentException("A requisition is closed for a reason.", nameof(reason));
        }

        return requisition.IsClosed ? requisition : requisition with
        {
            Status = RequisitionStatus.Closed,
            ClosedAt = Microseconds.Floor(at),
            CloseReason = reason,
            ClosedBy = by,
            Closings = requisition.Closings + 1,
        };
    }

    /// <summary>Returns a requisition as it is once it was opened again; one that is not closed stays as it is.</summary>
    public static Requisition Reopen(Requisition requisition, Actor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(requisition);
        return !requisition.IsClosed ? requisition : requisition with
        {
            Status = RequisitionStatus.Open,
            ClosedAt = null,
            CloseReason = default,
            ClosedBy = default,
            ReopenedAt = Microseconds.Floor(at),
            ReopenedBy = by,
        };
    }

    /// <summary>Says whether two requisitions say the same, revisions apart.</summary>
    public static bool SaysTheSame(Requisition one, Requisition other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Forecast.AsSpan().SequenceEqual(other.Forecast.AsSpan())
            && one with { Revision = 0, Forecast = [] } == other with { Revision = 0, Forecast = [] };
    }

    private static IEnumerable<RequisitionFault> Names(Requisition draft, Requisition? stored)
    {
        if (!draft.Id.IsAssigned)
        {
            yield return Fault(RequisitionFaultCodes.NameMissing, nameof(Requisition.Id), "The requisition has no name.", "It has the name that applications are submitted with.");
        }

        if ((stored?.Revision ?? 0) != draft.Revision)
        {
            yield return Fault(
                RequisitionFaultCodes.Changed,
                nameof(Requisition.Revision),
                stored is null ? $"Nothing is stored of it, but revision {draft.Revision} was read." : $"Revision {draft.Revision} was read, but revision {stored.Revision} is stored.",
                stored is null ? "A new requisition has revision 0." : "Read it again, change that, and save it.");
        }
    }

    private static IEnumerable<RequisitionFault> Numbers(Requisition draft)
    {
        if (draft.Openings < 0)
        {
            yield return Fault(RequisitionFaultCodes.OpeningsNegative, nameof(Requisition.Openings), $"It has {draft.Openings} openings.", "It has 0 openings or more.");
        }

        if (draft.Filled < 0)
        {
            yield return Fault(RequisitionFaultCodes.FilledNegative, nameof(Requisition.Filled), $"{draft.Filled} of its openings are filled.", "0 or more are filled.");
        }

        if (draft.Openings >= 0 && draft.Filled > draft.Openings)
        {
            yield return Fault(
                RequisitionFaultCodes.OpeningsBelowFilled,
                nameof(Requisition.Openings),
                $"It has {draft.Openings} openings, but {draft.Filled} are filled.",
                $"It has {draft.Filled} openings or more, or fewer are filled.");
        }
    }

    private static IEnumerable<RequisitionFault> Dates(Requisition draft)
    {
        if (draft.OpenedOn < Earliest)
        {
            yield return Fault(RequisitionFaultCodes.OpenedOnMissing, nameof(Requisition.OpenedOn), "The date of opening is before 1900; it is probably a default.", "It is the date from which on people are sought.");
        }

        if (draft.TargetDate < draft.OpenedOn)
        {
            yield return Fault(
                RequisitionFaultCodes.TargetBeforeOpening,
                nameof(Requisition.TargetDate),
                $"It is to be filled by {draft.TargetDate:uuuu-MM-dd}, but opens on {draft.OpenedOn:uuuu-MM-dd}.",
                "The target date is the date of opening or a later one.");
        }
    }

    private static IEnumerable<RequisitionFault> Rows(Requisition draft)
    {
        if (draft.Forecast.Length > Requisition.MostExpected)
        {
            yield return Fault(RequisitionFaultCodes.ForecastTooLong, nameof(Requisition.Forecast), $"The forecast has {draft.Forecast.Length} rows.", $"It has at most {Requisition.MostExpected}: far dates may share one.");
        }

        for (var i = 0; i < draft.Forecast.Length; i++)
        {
            var (row, where) = (draft.Forecast[i], $"{nameof(Requisition.Forecast)}[{i}]");
            if (row.Openings < 1)
            {
                yield return Fault(RequisitionFaultCodes.ForecastEmptyRow, where, $"{row.Openings} openings are expected by {row.By:uuuu-MM-dd}.", "A row has 1 or more; one without any is left out.");
            }

            if (row.By < draft.OpenedOn)
            {
                yield return Fault(RequisitionFaultCodes.ForecastBeforeOpening, where, $"Openings are expected by {row.By:uuuu-MM-dd}, before it opens on {draft.OpenedOn:uuuu-MM-dd}.", "They are expected by the date of opening or a later one.");
            }

            if (i > 0 && row.By <= draft.Forecast[i - 1].By)
            {
                yield return Fault(RequisitionFaultCodes.ForecastUnordered, where, $"{row.By:uuuu-MM-dd} follows {draft.Forecast[i - 1].By:uuuu-MM-dd}.", "Rows follow each other by date, and a date has one.");
            }
        }
    }

    private static IEnumerable<RequisitionFault> Pipeline(Requisition draft, Requisition? stored, IReadOnlyCollection<PipelineKey> pipelines)
    {
        if (draft.Pipeline.IsAssigned && draft.Pipeline != stored?.Pipeline && !pipelines.Contains(draft.Pipeline))
        {
            var known = pipelines.Select(each => each.Value).Order(StringComparer.Ordinal).DefaultIfEmpty("none");
            yield return Fault(RequisitionFaultCodes.PipelineUnknown, nameof(Requisition.Pipeline), $"The rules in force have no pipeline {draft.Pipeline}.", $"It is one of theirs, which are: {string.Join(", ", known)}; or publish it first.");
        }
    }

    private static IEnumerable<RequisitionFault> Kept(Requisition draft, Requisition? stored)
    {
        if (!Enum.IsDefined(draft.Status) || draft.IsClosed != (stored?.IsClosed ?? false))
        {
            yield return Fault(
                RequisitionFaultCodes.StatusByCommand,
                nameof(Requisition.Status),
                $"It is {(stored?.IsClosed == true ? "closed" : "not closed")}, and saving is to make it {draft.Status}.",
                "Saving sets it to open or on hold while it is not closed; CloseAsync closes it and ReopenAsync opens it again.");
        }

        (string Name, bool IsKept)[] members =
        [
            (nameof(Requisition.ClosedAt), draft.ClosedAt == stored?.ClosedAt),
            (nameof(Requisition.CloseReason), draft.CloseReason == (stored?.CloseReason ?? default)),
            (nameof(Requisition.ClosedBy), draft.ClosedBy == (stored?.ClosedBy ?? default)),
            (nameof(Requisition.Closings), draft.Closings == (stored?.Closings ?? 0)),
            (nameof(Requisition.ReopenedAt), draft.ReopenedAt == stored?.ReopenedAt),
            (nameof(Requisition.ReopenedBy), draft.ReopenedBy == (stored?.ReopenedBy ?? default)),
        ];
        foreach (var (name, _) in members.Where(member => !member.IsKept))
        {
            yield return Fault(RequisitionFaultCodes.KeptByLibrary, name, "It is not as it is stored.", "The library keeps it: leave it as it was read, or at its default in a new requisition.");
        }
    }

    private static RequisitionFault Fault(string code, string where, string sentence, string wouldBeRight) =>
        new() { Code = code, Where = where, Sentence = sentence, WouldBeRight = wouldBeRight };
}
