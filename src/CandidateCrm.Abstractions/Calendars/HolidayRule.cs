using CandidateCrm.Candidates;
using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>Says on which dates of a year a holiday falls. The kinds are closed; a host with others implements <see cref="IHolidaySource"/>.</summary>
public abstract record HolidayRule
{
    private protected HolidayRule()
    {
    }

    /// <summary>Gets the id; a holiday's id is this one, a dot and the date. 1 to 100 characters.</summary>
    public required string Id
    {
        get;
        init => field = HostText.Id(value, "A holiday rule's id") is { Length: <= 100 } id
            ? id
            : throw new ArgumentException("A holiday rule's id has at most 100 characters.", nameof(value));
    }

    /// <summary>Gets the name for people: 1 to 200 characters.</summary>
    public required string Name
    {
        get;
        init => field = HostText.Id(value, "A holiday's name");
    }

    /// <summary>Returns the dates that lie in the year, in order: usually one, none where the rule has none in it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not 1583 to 9900.</exception>
    public IReadOnlyList<LocalDate> DatesIn(int year) => year is >= 1583 and <= 9900
        ? [.. Dates(year)]
        : throw new ArgumentOutOfRangeException(nameof(year), year, "Holidays are computed for the years 1583 to 9900.");

    private protected abstract IEnumerable<LocalDate> Dates(int year);

    /// <summary>Lets one rule ask another without the check of the year, which is wider by one at either end.</summary>
    private protected static IEnumerable<LocalDate> DatesOf(HolidayRule rule, int year) => rule.Dates(year);
}
