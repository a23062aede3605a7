namespace CandidateCrm.Charter;

/// <summary>What must follow once, within a limit: an acknowledgement, a first answer, feedback after an interview.</summary>
public sealed record OnceExpectation : TimedExpectation
{
    /// <summary>Gets the time allowed from what opens it on.</summary>
    public required Limit Limit { get; init; }

    /// <summary>Gets what a further trigger does while a promise about the same subject runs; another one is opened by default.</summary>
    public AgainRule Again { get; init; }
}
