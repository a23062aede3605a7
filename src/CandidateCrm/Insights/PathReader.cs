using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>Turns the facts of one candidate, in the order of the line, into the ways of the applications: one step for each fact about one.</summary>
/// <param name="candidate">Whose facts.</param>
/// <param name="log">The rules of the tenant over time.</param>
/// <param name="closed">The applications that closings of openings ended, by the ids of those facts: which they are depends on more than the facts say.</param>
internal sealed class PathReader(CandidateId candidate, ActivationLog log, ILookup<EventId, JobApplicationId> closed)
{
    private readonly Dictionary<JobApplicationId, Walk> _walks = [];
    private readonly List<JobApplicationId> _order = [];

    internal IEnumerable<ApplicationPath> Paths => _order.Select(id => _walks[id].Path(candidate, id));

    internal void Add(TimelineEvent one)
    {
        // An application of an opening balance has no way that anybody told.
        foreach (var application in closed[one.Id].Where(_walks.ContainsKey))
        {
            End(_walks[application], Disposition.PositionClosed, one);
        }

        if (one.Entry is not IApplicationFact fact)
        {
            return;
        }

        if (!_walks.TryGetValue(fact.Application, out var walk))
        {
            _walks[fact.Application] = walk = new Walk(log.At(one.OccurredAt).Zone);
            _order.Add(fact.Application);
        }

        Follow(walk, one, fact);
    }

    private void Follow(Walk walk, TimelineEvent one, IApplicationFact fact)
    {
        switch (fact)
        {
            case ApplicationSubmitted submitted when !walk.IsSubmitted:
                walk.IsSubmitted = true;
                walk.Requisition = submitted.Requisition;
                walk.Step(FirstStage(submitted, one.OccurredAt), one);
                break;
            case StageEntered entered:
                walk.Step(entered.Stage, one);
                walk.Revive();
                break;
            case OfferMade:
                walk.Step(PathSteps.Offer, one);
                break;
            case ApplicationEnded ended:
                End(walk, ended.Disposition, one);
                break;
            case CandidateHired:
                End(walk, Disposition.Hired, one);
                break;
            case ApplicationReopened:
                walk.Revive();
                break;
            default:
                break;
        }
    }

    private static void End(Walk walk, Disposition disposition, TimelineEvent one)
    {
        walk.Step(PathSteps.Of(disposition), one);
        walk.End(disposition, one);
    }

    private StageKey FirstStage(ApplicationSubmitted submitted, Instant at)
    {
        var pipelines = log.At(at).Pipelines;
        var pipeline = submitted.Pipeline.IsAssigned ? pipelines.FirstOrDefault(p => p.Key == submitted.Pipeline) : pipelines.FirstOrDefault();
        return pipeline?.Stages[0].Key ?? PathSteps.Submitted;
    }

    private sealed class Walk(DateTimeZone zone)
    {
        private readonly ImmutableArray<PathStep>.Builder _steps = ImmutableArray.CreateBuilder<PathStep>();
        private PathOutcome _outcome = PathOutcome.Open;
        private Disposition? _ending;
        private Instant? _firstRejectedAt;

        internal bool IsSubmitted { get; set; }

        internal RequisitionId Requisition { get; set; }

        internal void Step(StageKey step, TimelineEvent one) =>
            _steps.Add(new PathStep
            {
                Step = step,
                At = one.OccurredAt,
                Precision = one.Precision,
                By = one.Actor.Person is { IsAssigned: true } person ? person : null,
            });

        /// <summary>Ends it. Told a second time, an ending stays where it was, as in the state of the candidate; another one takes its place.</summary>
        internal void End(Disposition disposition, TimelineEvent one)
        {
            if (_ending == disposition)
            {
                return;
            }

            _ending = disposition;
            _outcome = PathOutcome.Ended(PathSteps.KindOf(disposition), one.OccurredAt, one.Precision);
            if (disposition == Disposition.Rejected)
            {
                _firstRejectedAt ??= one.OccurredAt;
            }
        }

        internal void Revive()
        {
            _ending = null;
            _outcome = PathOutcome.Open;
        }

        internal ApplicationPath Path(CandidateId candidate, JobApplicationId application) => new()
        {
            Candidate = candidate,
            Application = application,
            Requisition = Requisition.IsAssigned ? Requisition : null,
            Zone = zone,
            Steps = _steps.ToImmutable(),
            Outcome = _outcome,
            FirstRejectedAt = _firstRejectedAt,
        };
    }
}
