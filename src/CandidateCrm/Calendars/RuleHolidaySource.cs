using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace CandidateCrm.Calendars;

/// <summary>Proposes holidays that rules compute. A holiday's id is the rule's id, a dot and the date, such as <c>christmas.2026-12-25</c>.</summary>
public sealed class RuleHolidaySource : IHolidaySource
{
    private readonly ImmutableArray<HolidayRule> _rules;

    /// <summary>Keeps the rules; each id may occur once.</summary>
    /// <exception cref="ArgumentException">An id occurs twice.</exception>
    public RuleHolidaySource(IEnumerable<HolidayRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = [.. rules];
        if (_rules.DistinctBy(rule => rule.Id).Count() < _rules.Length)
        {
            throw new ArgumentException("Each holiday rule has an id of its own.", nameof(rules));
        }
    }

    /// <summary>Returns the holidays of all rules from the first to the last date, both included, by date, then id; see <see cref="HolidayRule.DatesIn"/> for the years.</summary>
    public ImmutableArray<Holiday> Read(LocalDate first, LocalDate last)
    {
        if (first > last)
        {
            return [];
        }

        var holidays =
            from year in Enumerable.Range(first.Year, last.Year - first.Year + 1)
            from rule in _rules
            from date in rule.DatesIn(year)
            where date >= first && date <= last
            select new Holiday { Id = rule.Id + "." + LocalDatePattern.Iso.Format(date), Name = rule.Name, From = date, To = date };
        return [.. holidays.OrderBy(holiday => holiday.From).ThenBy(holiday => holiday.Id, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Holiday>> ReadAsync(LocalDate first, LocalDate last, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<Holiday>>(Read(first, last));
    }
}
