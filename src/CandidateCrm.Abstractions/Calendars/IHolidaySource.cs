using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Proposes holidays: a feed, a table of the host, or rules. Safe for concurrent use.</summary>
public interface IHolidaySource
{
    /// <summary>
    /// Reads the holidays that share at least one date with <paramref name="first"/> to <paramref name="last"/>, both included, each once and
    /// ordered by first date, then id. The same range read twice may give more when the source has learned more.
    /// </summary>
    ValueTask<IReadOnlyList<Holiday>> ReadAsync(LocalDate first, LocalDate last, CancellationToken cancellationToken);
}
