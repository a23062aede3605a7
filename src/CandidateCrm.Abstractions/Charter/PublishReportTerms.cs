using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>How figures are published.</summary>
public sealed record PublishReportTerms
{
    /// <summary>Gets the first date of the period; promises opened from its start on, in the tenant's zone, count.</summary>
    public required LocalDate From { get; init => field = value.WithCalendar(CalendarSystem.Iso); }

    /// <summary>Gets the last date of the period, included.</summary>
    public required LocalDate To { get; init => field = value.WithCalendar(CalendarSystem.Iso); }

    /// <summary>Gets the smallest number of judged promises of which figures are published: 1 to 1,000; 10 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside these bounds.</exception>
    public int SmallestGroup
    {
        get;
        init => field = value is >= 1 and <= 1_000 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The smallest group is 1 to 1,000.");
    } = 10;

    /// <summary>Gets the digest of the report that was published before; null for the first. Each report names the one before, so that none can be taken out or rewritten unnoticed.</summary>
    public string? Previous { get; init; }
}
