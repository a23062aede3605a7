using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>Something has to be finished: once for each life of an application, however often its trigger is told.</summary>
public sealed record CompletionExpectation : TimedExpectation
{
    /// <summary>Gets the time allowed from what opens it on.</summary>
    public required Limit Limit { get; init; }

    /// <summary>
    /// Gets which facts undo it, so that the total counts: the next cycle has only the working time that was left when it was finished. Null
    /// where the first completion counts and nothing undoes it.
    /// </summary>
    public FactPattern? UndoneBy { get; init; }
}
