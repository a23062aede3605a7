using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Insights;

/// <summary>The way of one application so far: the steps that were told, and how exactly its present ending was.</summary>
internal sealed class PathWalk(DateTimeZone zone)
{
    private readonly ImmutableArray<PathStep>.Builder _steps = ImmutableArray.CreateBuilder<PathStep>();
    private PathOutcome _outcome = PathOutcome.Open;
    private (Disposition Disposition, Instant At)? _ending;
    private Instant? _firstRejectedAt;

    internal void Step(StageKey step, TimelineEvent one) =>
        _steps.Add(new PathStep
        {
            Step = step,
            At = one.OccurredAt,
            Precision = one.Precision,
            By = one.Actor.Person is { IsAssigned: true } person ? person : null,
        });

    /// <summary>Forgets everything: the application was deleted.</summary>
    internal void Clear()
    {
        _steps.Clear();
        _firstRejectedAt = null;
    }

    /// <summary>Takes in how the application stands now. An ending that is told a second time is where it was.</summary>
    internal void Settle(ApplicationState state, Precision precision)
    {
        var ending = state.Ending is { } now ? (now.Disposition, now.At) : ((Disposition Disposition, Instant At)?)null;
        if (ending == _ending)
        {
            return;
        }

        _ending = ending;
        _outcome = ending is { } over ? PathOutcome.Ended(PathSteps.KindOf(over.Disposition), over.At, precision) : PathOutcome.Open;
        _firstRejectedAt = ending is { Disposition: Disposition.Rejected } rejected ? _firstRejectedAt ?? rejected.At : _firstRejectedAt;
    }

    /// <summary>Goes on for another application as well, of which it keeps when that was rejected first.</summary>
    internal PathWalk After(PathWalk? other)
    {
        _firstRejectedAt = _firstRejectedAt is { } own && other?._firstRejectedAt is { } its ? Instant.Min(own, its) : _firstRejectedAt ?? other?._firstRejectedAt;
        return this;
    }

    internal ApplicationPath Path(CandidateId candidate, ApplicationState state) => new()
    {
        Candidate = candidate,
        Application = state.Application,
        Requisition = state.Requisition.IsAssigned ? state.Requisition : null,
        Zone = zone,
        Steps = _steps.ToImmutable(),
        Outcome = _outcome,
        FirstRejectedAt = _firstRejectedAt,
    };
}
