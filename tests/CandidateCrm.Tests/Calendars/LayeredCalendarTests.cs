using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using NodaTime.Text;
using static CandidateCrm.Calendars.DaysOfWeek;

namespace CandidateCrm.Calendars;

/// <summary>Calendars upon each other: the company's, the site's, a person's.</summary>
public sealed class LayeredCalendarTests
{
    private static readonly CalendarKey Company = CalendarKey.From("company");
    private static readonly CalendarKey Site = CalendarKey.From("site");
    private static readonly WorkingCalendar CompanyHours = WorkingCalendar.In("Europe/Berlin").Named(Company).Open(Weekdays, "08:00-18:00")
        .Close(new LocalDate(2026, 12, 24), "company holiday").ClosePart(new LocalDate(2026, 12, 22), "12:00-14:00", "company lunch").Build();

    private static readonly WorkingCalendar SiteHours = WorkingCalendar.In("Europe/Berlin").Named(Site).InPlaceOf(Company)
        .Override(new LocalDate(2026, 12, 24), "09:00-11:00").Close(new LocalDate(2026, 12, 23), "power cut").Build();

    private static readonly WorkingCalendar PersonHours = WorkingCalendar.In("Europe/Berlin").Named(CalendarKey.From("person")).Within(Site)
        .Open(Weekdays, "10:00-15:00").Close(new LocalDate(2026, 12, 21), "leave").Build();

    private static readonly CompiledCalendar Person = PersonHours.Compile([SiteHours, CompanyHours]);

    [Theory]
    [InlineData("2026-12-18T08:59:00Z", "person", null)] // before the person's hours
    [InlineData("2026-12-18T09:00:00Z", null, null)]
    [InlineData("2026-12-19T10:00:00Z", "person", null)] // a Saturday: nobody works, and the person is asked
    [InlineData("2026-12-21T10:00:00Z", "person", "leave")]
    [InlineData("2026-12-22T11:30:00Z", "company", "company lunch")]
    [InlineData("2026-12-23T10:00:00Z", "site", "power cut")]
    [InlineData("2026-12-24T09:30:00Z", null, null)] // the site works although the company does not
    [InlineData("2026-12-24T10:30:00Z", "site", null)]
    public void Why_it_is_closed_names_the_calendar_that_says_so(string at, string? calendar, string? reason)
    {
        var why = Person.WhyClosed(At(at));
        Assert.Equal((calendar, reason), (why?.Calendar.Value, why?.Closure?.Reason));
        Assert.Equal(calendar is null, Person.IsOpen(At(at)));
    }

    [Fact]
    public void Hours_that_end_with_the_calendar_beneath_are_closed_for_a_reason()
    {
        var night = WorkingCalendar.In("Europe/Berlin").Named(CalendarKey.From("night")).Open(DaysOfWeek.EveryDay, "22:00-06:00").EndingOn(new LocalDate(2026, 6, 30)).Build();
        var whole = WorkingCalendar.In("Europe/Berlin").Named(CalendarKey.From("whole")).Open(DaysOfWeek.EveryDay, "00:00-24:00").Within(night.Key).Build().Compile([night]);
        for (var at = Instant.FromUtc(2026, 6, 30, 18, 0); at < Instant.FromUtc(2026, 7, 1, 12, 0); at += Duration.FromMinutes(30))
        {
            Assert.Equal(whole.IsOpen(at), whole.WhyClosed(at) is null);
        }
    }

    [Fact]
    public void A_company_holiday_is_named_where_no_layer_takes_it_back()
    {
        var person = WorkingCalendar.In("Europe/Berlin").InPlaceOf(Company).Open(Weekdays, "10:00-15:00").Build().Compile([CompanyHours]);
        var why = person.WhyClosed(At("2026-12-24T10:00:00Z"))!;
        Assert.Equal((Company, "company holiday"), (why.Calendar, why.Closure!.Reason));
        Assert.Equal(ClosedKind.OutsideCalendar, person.WhyClosed(At("2999-01-01T00:00:00Z"))!.Kind);
    }

    [Fact]
    public void Every_minute_is_open_as_the_layers_say() => Prop.ForAll(LayeredCase.All, sample =>
    {
        var painted = new PaintedLayers(sample);
        var open = painted.Open();
        if (!TryCompile(sample, out var calendar))
        {
            Assert.DoesNotContain(true, open);
            return;
        }

        for (var step = 0; step < open.Length; step++)
        {
            Assert.Equal(open[step], calendar.IsOpen(painted.Line.At(step)));
        }

        foreach (var date in painted.Dates.Where(date => Math.Abs(Period.DaysBetween(date, sample.Around)) < 5))
        {
            var last = Array.LastIndexOf(painted.Alone(sample.Layers.Length - 1, date), true);
            Assert.Equal(last < 0 ? null : painted.Line.At(last + 1), calendar.CloseOf(date));
        }
    }).Check(Tries.Of());

    [Fact]
    public void Every_closed_minute_has_a_reason_that_stands_in_the_calendar_it_names() => Prop.ForAll(LayeredCase.All, sample =>
    {
        if (!TryCompile(sample, out var calendar))
        {
            return;
        }

        var painted = new PaintedLayers(sample);
        for (var step = 0; step < painted.Line.Steps; step += 35)
        {
            var why = calendar.WhyClosed(painted.Line.At(step));
            Assert.Equal(calendar.IsOpen(painted.Line.At(step)), why is null);
            Assert.True(why is null || (sample.Layers.Single(layer => layer.Key == why.Calendar) is var named && (why.Closure is null || named.Closures.Contains(why.Closure))));
        }
    }).Check(Tries.Of());

    [Fact]
    public void A_change_beneath_makes_another_version()
    {
        Assert.Equal((1, 2), (Person.Version, PersonHours.Compile([SiteHours, CompanyHours.NextVersion().Build()]).Version));
        Assert.Equal(3, CompanyHours.NextVersion().AsVersion(3).Build().Compile().Version);
    }

    [Fact]
    public void Nothing_is_known_before_the_latest_first_and_after_the_earliest_last_date()
    {
        var company = CompanyHours.NextVersion().EndingOn(new LocalDate(2026, 12, 18)).Build();
        var person = PersonHours.NextVersion().StartingOn(new LocalDate(2026, 12, 17)).Build().Compile([SiteHours, company]);
        Assert.Equal([Interval("2026-12-17T09:00:00Z", "2026-12-17T14:00:00Z"), Interval("2026-12-18T09:00:00Z", "2026-12-18T14:00:00Z")], person.Segments(Interval("2026-01-01T00:00:00Z", "2027-12-01T00:00:00Z")).ToArray());
        Assert.Throws<NoOpenTimeException>(() => person.NextOpen(At("2026-12-18T15:00:00Z")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void In_place_of_another_nothing_is_known_beyond_the_dates_of_either(bool isShortBeneath)
    {
        // From Thursday to Tuesday; hours of single dates on the days beside them, where the one in place knows more dates.
        var (first, last) = (new LocalDate(2026, 12, 17), new LocalDate(2026, 12, 22));
        var company = WorkingCalendar.In("UTC").Named(Company).Open(Weekdays, "08:00-18:00");
        var site = WorkingCalendar.In("UTC").InPlaceOf(Company).Override(first.PlusDays(-1), "09:00-10:00").Override(last.PlusDays(1), "09:00-10:00");
        (isShortBeneath ? company : site).StartingOn(first).EndingOn(last);

        var open = site.Build().Compile([company.Build()]).Segments(Interval("2026-12-01T00:00:00Z", "2027-01-31T00:00:00Z"));

        Assert.Equal((4, At("2026-12-17T08:00:00Z"), At("2026-12-22T18:00:00Z")), (open.Length, open[0].Start, open[^1].End));
    }

    [Theory]
    [InlineData("2026-12-22T11:30:00Z", "company", "company lunch")]
    [InlineData("2026-12-22T12:30:00Z", "company", "company lunch")] // both have closed it: the lowest is named
    [InlineData("2026-12-22T14:00:00Z", "site", "site party")]
    [InlineData("2026-12-22T18:00:00Z", "site", "site party")] // after hours, too, a closure goes before hours
    [InlineData("2026-12-22T19:30:00Z", "company", null)] // the hours are those of the company
    public void In_place_of_another_a_closure_goes_before_hours_and_the_lowest_first(string at, string calendar, string? reason)
    {
        var site = WorkingCalendar.In("Europe/Berlin").Named(Site).InPlaceOf(Company).ClosePart(new LocalDate(2026, 12, 22), "13:00-20:00", "site party").Build().Compile([CompanyHours]);

        var why = site.WhyClosed(At(at))!;

        Assert.Equal((calendar, reason), (why.Calendar.Value, why.Closure?.Reason));
    }

    [Fact]
    public void What_cannot_be_put_upon_each_other_is_refused()
    {
        var round = WorkingCalendar.In("Europe/Berlin").Named(Company).Within(Site).Open(Weekdays, "08:00-18:00").Build();
        var abroad = WorkingCalendar.In("Europe/Paris").Named(Company).Open(Weekdays, "08:00-18:00").Build();
        var night = WorkingCalendar.In("Europe/Berlin").Named(Company).Open(Weekdays, "20:00-22:00").Build();
        Assert.Equal(["calendar.base_unknown"], Faults(PersonHours, SiteHours));
        Assert.Equal(["calendar.base_unknown"], Faults(PersonHours));
        Assert.Equal(["calendar.base_circular"], Faults(PersonHours, SiteHours, round));
        Assert.Equal(["calendar.base_zone"], Faults(PersonHours, SiteHours, abroad));
        Assert.Equal(["calendar.never_open"], Faults(WorkingCalendar.In("Europe/Berlin").Within(Company).Open(Weekdays, "10:00-15:00").Build(), night));
        Assert.Equal(["calendar.base_unknown"], WorkingCalendar.In("UTC").InPlaceOf(default).Review().Select(fault => fault.Code));
        Assert.Equal(["calendar.base_circular", "calendar.base_circular"], new[] { SiteHours, round }.ReviewLayers().Select(fault => fault.Code));
        Assert.Equal(["calendar.base_circular"], WorkingCalendar.In("UTC").Named(Site).Within(Site).Open(Weekdays, "09:00-17:00").Review().Select(fault => fault.Code));
        Assert.Equal(["calendar.base_circular"], WorkingCalendar.In("UTC").Named(Site).InPlaceOf(Site).Review().Select(fault => fault.Code));
    }

    private static IEnumerable<string> Faults(WorkingCalendar calendar, params WorkingCalendar[] known) =>
        Assert.Throws<InvalidCalendarException>(() => calendar.Compile(known)).Faults.Select(fault => fault.Code);

    private static bool TryCompile(LayeredCase sample, out CompiledCalendar calendar)
    {
        try
        {
            calendar = sample.Top.Compile(sample.Layers);
            return true;
        }
        catch (InvalidCalendarException refused) when (refused.Faults[0].Code == "calendar.never_open")
        {
            calendar = null!;
            return false;
        }
    }

    private static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    private static NodaTime.Interval Interval(string from, string to) => new(At(from), At(to));
}
