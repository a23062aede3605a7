using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Timeline;

namespace CandidateCrm.Applications;

/// <summary>
/// What may be done with the applications of a tenant's candidates, and what is remembered of them. A command is decided against the current state by the
/// rules in force, and becomes a fact with its own id at once; it is refused as a value where a rule forbids it. What has already happened at the host is
/// no command: tell it as a fact, which is never refused.
/// </summary>
public interface IApplications
{
    /// <summary>Asks whether an application may move to a stage. Nothing is written.</summary>
    ValueTask<MoveDecision> AskAsync(CandidateId candidate, JobApplicationId application, StageKey stage, CancellationToken cancellationToken = default);

    /// <summary>Moves an application to a stage that its pipeline permits.</summary>
    /// <exception cref="CandidateCrm.Storage.BusyException">The relationship changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<ApplicationAnswer> MoveAsync(CandidateId candidate, ApplicationMove move, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Rejects an application that has not ended. Adverse: a person answers for it, and there is no other way to ask for it.</summary>
    /// <exception cref="CandidateCrm.Storage.BusyException">The relationship changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<ApplicationAnswer> RejectAsync(CandidateId candidate, ApplicationRejection rejection, HumanReviewer by, CancellationToken cancellationToken = default);

    /// <summary>Answers for a rejection that was told without a person; what waited for that goes on.</summary>
    /// <exception cref="CandidateCrm.Storage.BusyException">The relationship changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<ApplicationAnswer> ReviewAsync(CandidateId candidate, ApplicationReview review, HumanReviewer by, CancellationToken cancellationToken = default);

    /// <summary>Takes the ending of an application back.</summary>
    /// <exception cref="CandidateCrm.Storage.BusyException">The relationship changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<ApplicationAnswer> ReopenAsync(CandidateId candidate, ApplicationReopening reopening, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Has an application that has not ended go on for another opening.</summary>
    /// <exception cref="CandidateCrm.Storage.BusyException">The relationship changed again and again meanwhile; nothing was written, and trying again is safe.</exception>
    ValueTask<ApplicationAnswer> TransferAsync(CandidateId candidate, ApplicationTransfer transfer, Actor by, CancellationToken cancellationToken = default);

    /// <summary>Reads every stay of an application in a stage up to now, also those before it ended or was re-opened. Replays the candidate's timeline.</summary>
    ValueTask<ImmutableArray<StageVisit>> VisitsAsync(CandidateId candidate, JobApplicationId application, CancellationToken cancellationToken = default);

    /// <summary>Says what is remembered of the ended applications of a candidate, the latest first.</summary>
    ValueTask<ImmutableArray<ApplicationMemory>> RememberAsync(CandidateId candidate, CancellationToken cancellationToken = default);
}
