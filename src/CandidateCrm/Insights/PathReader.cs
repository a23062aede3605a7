using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>
/// Turns the facts of one candidate, in the order of the line, into the ways of the applications: one step for each fact about one. What was never
/// submitted is none, and what was deleted or told twice under two ids neither.
/// </summary>
internal sealed class PathReader(CandidateId candidate, ActivationLog log)
{
    private readonly Dictionary<JobApplicationId, PathWalk> _walks = [];
    private readonly Dictionary<JobApplicationId, JobApplicationId> _aliases = [];
    private readonly List<JobApplicationId> _order = [];

    internal IEnumerable<ApplicationPath> Paths => _order.Where(id => _walks[id].IsApplication).Select(id => _walks[id].Path(candidate, id));

    /// <summary>Adds a whole line. What follows from a fact is added with it: at one instant the ids of derived events say nothing about their order.</summary>
    internal void AddAll(IReadOnlyCollection<TimelineEvent> line)
    {
        var closed = line.Where(one => one.Entry is PositionClosedFor).ToLookup(one => one.Cause);
        foreach (var one in line.Where(one => one.Entry is not PositionClosedFor))
        {
            Add(one);
            foreach (var following in closed[one.Id])
            {
                Add(following);
            }
        }
    }

    private void Add(TimelineEvent one)
    {
        switch (one.Entry)
        {
            // When somebody begins to work, or who answers for a rejection, is no step of an application.
            case StartDateMoved or ApplicationReviewed:
                break;
            // What clears away the second id of an application leaves the application.
            case ApplicationRemoved or ApplicationEnded { Disposition: Disposition.Duplicate } when IsOtherName((IApplicationFact)one.Entry):
                break;
            case IApplicationFact fact:
                Follow(Known(fact.Application), one, fact);
                break;
            case PositionClosedFor closed:
                Find(Known(closed.Application))?.End(Disposition.PositionClosed, one);
                break;
            default:
                break;
        }
    }

    private void Follow(JobApplicationId id, TimelineEvent one, IApplicationFact fact)
    {
        switch (fact)
        {
            case ApplicationSubmitted submitted:
                Submit(id, one, submitted);
                break;
            case ProspectConverted converted when Find(id) is not { IsLive: true }:
                Begin(id, one, converted.Requisition, converted.Pipeline);
                break;
            case ApplicationCopied copy when Find(id) is null:
                Begin(id, one, copy.Requisition, default);
                break;
            case ApplicationTransferred moved:
                Of(id, one).Transfer(moved);
                break;
            case ApplicationsMerged merged:
                Merge(id, Known(merged.Duplicate), one, merged);
                break;
            case ApplicationRemoved:
                Find(id)?.Remove();
                break;
            case ApplicationDrafted drafted:
                Of(id, one, ApplicationStatus.Draft).Draft(drafted);
                break;
            case ProspectAdded prospect:
                Of(id, one, ApplicationStatus.Prospect).AddProspect(prospect);
                break;
            case ApplicationAbandoned:
                Of(id, one, ApplicationStatus.Abandoned);
                break;
            case ProspectConverted or ApplicationCopied:
                break;
            default:
                Of(id, one).Follow(one, fact);
                break;
        }
    }

    private void Submit(JobApplicationId id, TimelineEvent one, ApplicationSubmitted submitted)
    {
        if (Find(id) is { IsBegun: true } known)
        {
            if (known.SubmittedAt is null)
            {
                known.Submit(submitted.Requisition, submitted.Pipeline, one.OccurredAt);
                known.Step(FirstStage(known, one.OccurredAt), one);
            }
        }
        else if (SameAs(submitted, id, one.OccurredAt) is { IsAssigned: true } first)
        {
            Take(first, id);
        }
        else
        {
            Begin(id, one, submitted.Requisition, submitted.Pipeline);
        }
    }

    private void Begin(JobApplicationId id, TimelineEvent one, RequisitionId requisition, PipelineKey pipeline)
    {
        var walk = Of(id, one);
        walk.Revive(ApplicationStatus.Live);
        walk.Submit(requisition.IsAssigned ? requisition : walk.Requisition, pipeline, one.OccurredAt);
        walk.Step(FirstStage(walk, one.OccurredAt), one);
    }

    private void Merge(JobApplicationId id, JobApplicationId gone, TimelineEvent one, ApplicationsMerged merged)
    {
        var stays = Of(id, one);
        stays.Return();
        if (gone == id)
        {
            return;
        }

        if (Find(gone) is { } duplicate)
        {
            stays.Fill(duplicate);
        }

        Take(id, gone);
        _aliases[merged.Duplicate] = id;
    }

    /// <summary>Makes an id another name of an application.</summary>
    private void Take(JobApplicationId stays, JobApplicationId gone)
    {
        foreach (var (alias, known) in _aliases.Where(each => each.Value == gone).ToList())
        {
            _aliases[alias] = stays;
        }

        _aliases[gone] = stays;
        if (_walks.Remove(gone))
        {
            _order.Remove(gone);
        }
    }

    /// <summary>Returns the live application for the same opening that was submitted only just before; unassigned where there is none.</summary>
    private JobApplicationId SameAs(ApplicationSubmitted submitted, JobApplicationId id, Instant at)
    {
        foreach (var known in _order)
        {
            var walk = _walks[known];
            if (known != id && walk.IsLive && walk.Requisition == submitted.Requisition && walk.SubmittedAt is { } first && IsWithin(at - first, PipelineOf(walk, at)))
            {
                return known;
            }
        }

        return default;
    }

    private static bool IsWithin(Duration apart, PipelineDefinition? pipeline)
    {
        var window = pipeline?.SameApplicationWithin ?? PipelineDefinition.SameApplicationByDefault;
        return window > Duration.Zero && apart <= window;
    }

    private StageKey FirstStage(PathWalk walk, Instant at) => PipelineOf(walk, at)?.For(walk.Requisition).Stages[0].Key ?? PathSteps.Submitted;

    private PipelineDefinition? PipelineOf(PathWalk walk, Instant at)
    {
        var pipelines = log.At(at).Pipelines;
        return walk.Pipeline.IsAssigned ? pipelines.FirstOrDefault(p => p.Key == walk.Pipeline) : pipelines.FirstOrDefault();
    }

    private bool IsOtherName(IApplicationFact fact) => Known(fact.Application) is var known && known != fact.Application && _walks.ContainsKey(known);

    private JobApplicationId Known(JobApplicationId id) => _aliases.GetValueOrDefault(id, id);

    private PathWalk? Find(JobApplicationId id) => _walks.GetValueOrDefault(id);

    private PathWalk Of(JobApplicationId id, TimelineEvent one, ApplicationStatus status = ApplicationStatus.Live)
    {
        if (!_walks.TryGetValue(id, out var walk))
        {
            _walks[id] = walk = new PathWalk(log.At(one.OccurredAt).Zone, status);
            _order.Add(id);
        }

        return walk;
    }
}
