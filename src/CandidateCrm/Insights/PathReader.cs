using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>Turns the facts of one candidate, in the order of the line, into the ways of the applications: one step for each fact about one.</summary>
internal sealed class PathReader(CandidateId candidate, ActivationLog log)
{
    private readonly Dictionary<JobApplicationId, Walk> _walks = [];
    private readonly List<JobApplicationId> _order = [];

    internal IEnumerable<ApplicationPath> Paths => _order.Select(id => _walks[id].Path(candidate, id));

    internal void Add(TimelineEvent one)
    {
        if (one.Entry is not IApplicationFact fact)
        {
            return;
        }

        if (!_walks.TryGetValue(fact.Application, out var walk))
        {
            _walks[fact.Application] = walk = new Walk();
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
                walk.Outcome = PathOutcome.Open;
                break;
            case OfferMade:
                walk.Step(PathSteps.Offer, one);
                break;
            case ApplicationEnded ended:
                walk.Step(PathSteps.Of(ended.Disposition), one);
                walk.End(ended.Disposition, one.OccurredAt);
                break;
            case CandidateHired:
                walk.Step(PathSteps.Of(Disposition.Hired), one);
                walk.End(Disposition.Hired, one.OccurredAt);
                break;
            case ApplicationReopened:
                walk.Outcome = PathOutcome.Open;
                break;
            default:
                break;
        }
    }

    private StageKey FirstStage(ApplicationSubmitted submitted, Instant at)
    {
        var pipelines = log.At(at).Pipelines;
        var pipeline = submitted.Pipeline.IsAssigned ? pipelines.FirstOrDefault(p => p.Key == submitted.Pipeline) : pipelines.FirstOrDefault();
        return pipeline?.Stages[0].Key ?? PathSteps.Submitted;
    }

    private sealed class Walk
    {
        private readonly ImmutableArray<PathStep>.Builder _steps = ImmutableArray.CreateBuilder<PathStep>();
        private Instant? _firstRejectedAt;

        internal bool IsSubmitted { get; set; }

        internal RequisitionId Requisition { get; set; }

        internal PathOutcome Outcome { get; set; } = PathOutcome.Open;

        internal void Step(StageKey step, TimelineEvent one) =>
            _steps.Add(new PathStep { Step = step, At = one.OccurredAt, By = one.Actor.Person is { IsAssigned: true } person ? person : null });

        internal void End(Disposition disposition, Instant at)
        {
            Outcome = PathOutcome.Ended(PathSteps.KindOf(disposition), at);
            if (disposition == Disposition.Rejected)
            {
                _firstRejectedAt ??= at;
            }
        }

        internal ApplicationPath Path(CandidateId candidate, JobApplicationId application) => new()
        {
            Candidate = candidate,
            Application = application,
            Requisition = Requisition.IsAssigned ? Requisition : null,
            Steps = _steps.ToImmutable(),
            Outcome = Outcome,
            FirstRejectedAt = _firstRejectedAt,
        };
    }
}
