using NodaTime;

namespace CandidateCrm.Applications;

/// <summary>One row of a forecast: how many more openings are expected by a date, beside those that are there and those of earlier rows.</summary>
public readonly record struct ExpectedOpenings
{
    /// <summary>Initializes a row.</summary>
    /// <param name="by">The last date by which they are needed.</param>
    /// <param name="openings">How many: 1 or more.</param>
    public ExpectedOpenings(LocalDate by, int openings)
    {
        By = by;
        Openings = openings;
    }

    /// <summary>Gets the last date by which they are needed.</summary>
    public LocalDate By { get; }

    /// <summary>Gets how many.</summary>
    public int Openings { get; }
}
