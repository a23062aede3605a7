namespace CandidateCrm.Charter;

/// <summary>
/// The next answer: armed by what the candidate says, kept by what we say, again and again. While one waits for an answer, what the candidate
/// adds opens no other: the oldest unanswered one counts.
/// </summary>
public sealed record AnswerExpectation : TimedExpectation
{
    /// <summary>Gets the time allowed from the oldest unanswered one on.</summary>
    public required Limit Limit { get; init; }
}
