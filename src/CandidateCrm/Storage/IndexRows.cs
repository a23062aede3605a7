using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Segments;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Storage;

/// <summary>The rows of lists that a relationship has: ids and keys, never anything personal.</summary>
internal static class IndexRows
{
    /// <summary>Makes all rows of the lists of the state.</summary>
    internal static ImmutableArray<IndexRow> Of(Relationship relationship)
    {
        var applications = relationship.Applications?.All ?? [];
        var promises = relationship.Charter?.Promises ?? [];
        var tasks = relationship.Tasks?.Open ?? [];
        var rows = ImmutableArray.CreateBuilder<IndexRow>(2 + promises.Length + (3 * applications.Length) + tasks.Length + relationship.Faults.Length);
        var candidate = relationship.Key.Candidate;
        rows.Add(new IndexRow { Index = IndexNames.Candidates, Candidate = candidate, Sort = 0 });
        foreach (var promise in promises)
        {
            AddPromise(rows, candidate, promise);
        }

        if (relationship.Charter?.LateUntil is { } until)
        {
            rows.Add(Row(IndexNames.LatePromises, candidate, until, string.Empty));
        }

        foreach (var application in applications)
        {
            AddApplication(rows, candidate, application);
        }

        foreach (var task in tasks)
        {
            rows.Add(OfTask(candidate, task));
        }

        foreach (var fault in relationship.Faults)
        {
            rows.Add(OfFault(candidate, fault));
        }

        foreach (var standing in relationship.Segments?.Standings ?? [])
        {
            if (standing.Since is { } since)
            {
                rows.Add(OfMember(candidate, standing.Segment, since));
            }
        }

        return rows.DrainToImmutable();
    }

    /// <summary>Makes the row of a member of a kept segment.</summary>
    internal static IndexRow OfMember(CandidateId candidate, SegmentKey segment, Instant since) => Row(IndexNames.MembersOf(segment), candidate, since, string.Empty);

    /// <summary>Makes the row of a live application.</summary>
    internal static IndexRow OfApplication(CandidateId candidate, JobApplicationId application, Instant stageSince) => Row(IndexNames.Applications, candidate, stageSince, application.Value);

    /// <summary>Makes the row of a feature that failed.</summary>
    internal static IndexRow OfFault(CandidateId candidate, SliceFault fault) => Row(IndexNames.Faults, candidate, fault.At, $"{fault.Feature}\t{fault.Definition}\t{fault.Code}");

    /// <summary>Makes the row of feedback that is missing. No id holds a tab.</summary>
    internal static IndexRow OfFeedback(CandidateId candidate, MissingFeedback missing) =>
        Row(IndexNames.MissingFeedback, candidate, missing.Since, $"{missing.Application}\t{missing.Interview}\t{missing.From}");

    /// <summary>Makes the row of an open task.</summary>
    internal static IndexRow OfTask(CandidateId candidate, WantedTask task) => Row(IndexNames.Tasks, candidate, task.Task.DueAt, task.Key.ToString());

    /// <summary>Makes the rows of the findings among derived events: what was appended adds them, what was retracted takes them.</summary>
    internal static ImmutableArray<IndexRow> OfFindings(ImmutableArray<TimelineEvent> derived)
    {
        ImmutableArray<IndexRow>.Builder? rows = null;
        foreach (var next in derived)
        {
            if (next.Entry is FindingNoted finding)
            {
                (rows ??= ImmutableArray.CreateBuilder<IndexRow>()).Add(OfFinding(next.Relationship.Candidate, next.OccurredAt, (finding.Code, finding.Subject, next.Id)));
            }
        }

        return rows?.DrainToImmutable() ?? [];
    }

    /// <summary>Makes the row of a finding. No id and no code holds a tab, so that the three parts are told apart whatever is in them.</summary>
    internal static IndexRow OfFinding(CandidateId candidate, Instant at, (string Code, string Subject, EventId Event) finding) =>
        Row(IndexNames.Findings, candidate, at, $"{finding.Code}\t{finding.Subject}\t{finding.Event}");

    private static void AddApplication(ImmutableArray<IndexRow>.Builder rows, CandidateId candidate, ApplicationState application)
    {
        if (application.IsLive || LiveApplications.IsStuck(application))
        {
            rows.Add(OfApplication(candidate, application.Application, application.StageSince));
        }

        if (application.IsLive && application.Requisition.IsAssigned)
        {
            rows.Add(RequisitionRows.Of(candidate, application.Requisition, application.Application));
        }

        foreach (var missing in application.Interviews.IsEmpty ? [] : application.MissingFeedback())
        {
            rows.Add(OfFeedback(candidate, missing));
        }
    }

    // By its due time, or by since when it stands still. A prohibition waits for nobody.
    private static void AddPromise(ImmutableArray<IndexRow>.Builder rows, CandidateId candidate, Promise promise)
    {
        if (promise.DueAt is { } due)
        {
            rows.Add(Row(IndexNames.Promises, candidate, due, promise.Key.ToString()));
        }
        else if (promise.PausedSince is { } since)
        {
            rows.Add(Row(IndexNames.PausedPromises, candidate, since, promise.Key.ToString()));
        }
    }

    private static IndexRow Row(string index, CandidateId candidate, Instant sort, string item) =>
        new() { Index = index, Candidate = candidate, Sort = Microseconds.ToMicros(sort), Item = item };
}
