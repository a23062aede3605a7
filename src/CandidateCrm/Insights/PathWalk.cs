using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>The way of one application so far.</summary>
internal sealed class PathWalk(DateTimeZone zone, ApplicationStatus status)
{
    private readonly ImmutableArray<PathStep>.Builder _steps = ImmutableArray.CreateBuilder<PathStep>();
    private ApplicationStatus _status = status;
    private PathOutcome _outcome = PathOutcome.Open;
    private Disposition? _ending;
    private Instant? _firstRejectedAt;

    /// <summary>Gets a value indicating whether it counts: it was submitted, or goes on as if it had been.</summary>
    internal bool IsApplication => _status == ApplicationStatus.Live;

    internal bool IsLive => _status == ApplicationStatus.Live && _ending is null;

    /// <summary>Gets a value indicating whether it is live or has ended.</summary>
    internal bool IsBegun => _status == ApplicationStatus.Live || _ending is not null;

    internal Instant? SubmittedAt { get; private set; }

    internal RequisitionId Requisition { get; private set; }

    internal PipelineKey Pipeline { get; private set; }

    internal void Follow(TimelineEvent one, IApplicationFact fact)
    {
        switch (fact)
        {
            case StageEntered entered:
                Step(entered.Stage, one);
                Revive(_status == ApplicationStatus.Prospect ? _status : ApplicationStatus.Live);
                break;
            case OfferMade:
                Step(PathSteps.Offer, one);
                break;
            case ApplicationEnded ended:
                End(ended.Disposition, one);
                break;
            case CandidateHired:
                End(Disposition.Hired, one);
                break;
            case ApplicationReopened:
                Revive(_status == ApplicationStatus.Removed ? ApplicationStatus.Live : _status);
                break;
            default:
                break;
        }
    }

    internal void Submit(RequisitionId requisition, PipelineKey pipeline, Instant at)
    {
        Requisition = requisition;
        Pipeline = pipeline.IsAssigned ? pipeline : Pipeline;
        SubmittedAt = at;
    }

    internal void Transfer(ApplicationTransferred fact)
    {
        if (_status != ApplicationStatus.Removed)
        {
            Requisition = fact.Requisition;
            Pipeline = fact.Pipeline.IsAssigned ? fact.Pipeline : Pipeline;
        }
    }

    internal void Draft(ApplicationDrafted fact)
    {
        if (_ending is null && _status is ApplicationStatus.Draft or ApplicationStatus.Abandoned or ApplicationStatus.Removed)
        {
            _status = ApplicationStatus.Draft;
            Requisition = fact.Requisition.IsAssigned ? fact.Requisition : Requisition;
        }
    }

    internal void AddProspect(ProspectAdded fact)
    {
        if (_status == ApplicationStatus.Removed || (_status == ApplicationStatus.Prospect && _ending is null && !Requisition.IsAssigned && _steps.Count == 0))
        {
            _status = ApplicationStatus.Prospect;
            Requisition = fact.Requisition;
        }
    }

    internal void Remove()
    {
        Revive(ApplicationStatus.Removed);
        _steps.Clear();
        _firstRejectedAt = null;
        SubmittedAt = null;
        Requisition = default;
        Pipeline = default;
    }

    /// <summary>Brings it back where it was deleted.</summary>
    internal void Return() => _status = _status == ApplicationStatus.Removed ? ApplicationStatus.Live : _status;

    internal void Fill(PathWalk duplicate)
    {
        Requisition = Requisition.IsAssigned ? Requisition : duplicate.Requisition;
        SubmittedAt = SubmittedAt is { } own && duplicate.SubmittedAt is { } other ? Instant.Min(own, other) : SubmittedAt ?? duplicate.SubmittedAt;
    }

    internal void Step(StageKey step, TimelineEvent one) =>
        _steps.Add(new PathStep
        {
            Step = step,
            At = one.OccurredAt,
            Precision = one.Precision,
            By = one.Actor.Person is { IsAssigned: true } person ? person : null,
        });

    internal void Revive(ApplicationStatus status)
    {
        _status = status;
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

    /// <summary>Ends it. Told a second time, an ending stays where it was, as in the state of the candidate; another one takes its place.</summary>
    internal void End(Disposition disposition, TimelineEvent one)
    {
        Return();
        Step(PathSteps.Of(disposition), one);
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
}
