using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Proposes holidays that are already there: a list of the host, or a file that was read.</summary>
public sealed class InMemoryHolidaySource : IHolidaySource
{
    private readonly Holiday[] _holidays;

    /// <summary>Keeps the holidays, ordered; each id may occur once.</summary>
    /// <exception cref="ArgumentException">An id occurs twice, or a holiday ends before it starts.</exception>
    public InMemoryHolidaySource(IEnumerable<Holiday> holidays)
    {
        ArgumentNullException.ThrowIfNull(holidays);
        _holidays = [.. holidays.OrderBy(holiday => holiday.From).ThenBy(holiday => holiday.Id, StringComparer.Ordinal)];
        if (_holidays.DistinctBy(holiday => holiday.Id).Count() < _holidays.Length)
        {
            throw new ArgumentException("Each holiday has an id of its own.", nameof(holidays));
        }

        if (Array.Exists(_holidays, holiday => holiday.From > holiday.To))
        {
            throw new ArgumentException("A holiday must not end before it starts.", nameof(holidays));
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Holiday>> ReadAsync(LocalDate first, LocalDate last, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        IReadOnlyList<Holiday> found = [.. _holidays.Where(holiday => holiday.From <= last && holiday.To >= first)];
        return ValueTask.FromResult(found);
    }
}
