namespace CandidateCrm.Insights;

/// <summary>One way in which an application can end, counted plainly and with the open ones taken into account.</summary>
public sealed record CompetingRisk
{
    /// <summary>Gets which end.</summary>
    public required OutcomeKind Outcome { get; init; }

    /// <summary>Gets the plain count: those that ended so, of all. It is too low while applications are open.</summary>
    public required Rate? Plain { get; init; }

    /// <summary>
    /// Gets the Aalen-Johansen estimate of the share that ends so within the longest time observed, with 15 decimals. It equals the
    /// plain count when nothing is open; it holds as far as the open ones will fare like those observed longer.
    /// </summary>
    public required decimal? CumulativeIncidence { get; init; }

    /// <summary>Gets the time from application to this end, of those that ended so: while applications are open, the quick ones.</summary>
    public required DurationSummary Time { get; init; }
}
