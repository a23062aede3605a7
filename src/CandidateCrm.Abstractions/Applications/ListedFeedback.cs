using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>Feedback that an interviewer still owes, in a list over candidates.</summary>
public sealed record ListedFeedback
{
    /// <summary>Gets whose application it is about.</summary>
    public required CandidateId Candidate { get; init; }

    /// <summary>Gets who owes what, and since when.</summary>
    public required MissingFeedback Feedback { get; init; }

    /// <summary>Gets how long ago the interview was held.</summary>
    public required Duration Age { get; init; }
}
