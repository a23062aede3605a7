namespace CandidateCrm.Charter;

/// <summary>
/// Contact at least every so often: begun once, kept by each contact, which begins the next cycle. It goes on until the application ends or
/// <see cref="Expectation.EndedBy"/> is told.
/// </summary>
public sealed record CadenceExpectation : TimedExpectation
{
    /// <summary>Gets the time allowed from the last contact, or from what began it, to the next.</summary>
    public required Limit Every { get; init; }
}
