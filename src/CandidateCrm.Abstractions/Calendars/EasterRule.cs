using NodaTime;

namespace CandidateCrm.Calendars;

/// <summary>A number of days before or after Easter Sunday: Good Friday is -2, Easter Monday 1, Ascension 39, Whit Monday 50.</summary>
public sealed record EasterRule : HolidayRule
{
    /// <summary>Gets the reckoning; western by default.</summary>
    public EasterReckoning Reckoning
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Easter is reckoned the western or the orthodox way.");
    }

    /// <summary>Gets the days after Easter Sunday, negative before it: -70 to 70.</summary>
    public required int Offset
    {
        get;
        init => field = value is >= -70 and <= 70
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A holiday is at most 70 days away from Easter.");
    }

    private protected override IEnumerable<LocalDate> Dates(int year) =>
        [(Reckoning == EasterReckoning.Western ? Easter.Western(year) : Easter.Orthodox(year)).PlusDays(Offset)];
}
