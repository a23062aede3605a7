namespace CandidateCrm.Charter;

/// <summary>Which times a timed expectation allows.</summary>
internal static class ExpectationLimits
{
    /// <summary>Returns the one time that an expectation allows; null where there are several, or where a fact says it.</summary>
    internal static Limit? OneOf(TimedExpectation expectation) => expectation switch
    {
        OnceExpectation once => once.Limit,
        AnswerExpectation answer => answer.Limit,
        CadenceExpectation cadence => cadence.Every,
        CompletionExpectation completion => completion.Limit,
        SilenceExpectation { Limits: [var only] } => only.Limit,
        _ => null,
    };

    /// <summary>Returns every time that an expectation allows; none where a fact says it.</summary>
    internal static IEnumerable<Limit> Of(TimedExpectation expectation) =>
        expectation is SilenceExpectation silence ? silence.Limits.Select(limit => limit.Limit) : OneOf(expectation) is { } only ? [only] : [];
}
