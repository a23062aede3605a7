using CandidateCrm.Applications;
using CandidateCrm.Timeline;

namespace Quickstart.Import;

/// <summary>What one activity of a log means.</summary>
internal sealed record ActivityRule
{
    internal required string Activity { get; init; }

    internal required ActivityFact Fact { get; init; }

    /// <summary>Gets the name of the step in a path; unassigned for touchpoints and what is ignored.</summary>
    internal StageKey Step { get; init; }

    internal Disposition Disposition { get; init; }

    internal ReasonCode Reason { get; init; }

    internal TouchKind Touch { get; init; }

    internal Direction Direction { get; init; }

    /// <summary>Makes the fact of one line.</summary>
    internal IFact FactOf(JobApplicationId application) => Fact switch
    {
        ActivityFact.Submitted => new ApplicationSubmitted { Application = application, Requisition = ImportMap.Opening },
        ActivityFact.Stage => new StageEntered { Application = application, Stage = Step },
        ActivityFact.Ended => new ApplicationEnded { Application = application, Disposition = Disposition, Reason = Reason },
        ActivityFact.Offer => new OfferMade { Application = application },
        ActivityFact.Hired => new CandidateHired { Application = application },
        ActivityFact.Touchpoint => new TouchpointRecorded { Kind = Touch, Direction = Direction, Application = application },
        _ => throw new InvalidOperationException($"The activity «{Activity}» is no fact."),
    };
}
