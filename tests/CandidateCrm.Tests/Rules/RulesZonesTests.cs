using CandidateCrm.Calendars;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Charter;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using NodaTime.TimeZones;
using static CandidateCrm.Tests.Charter.CharterScenes;

namespace CandidateCrm.Tests.Rules;

/// <summary>Zones are written out with the rules: what the zone data of a machine say later moves nothing that was promised.</summary>
public sealed class RulesZonesTests
{
    private const string Before = "before the law";
    private static readonly LocalDate First = new(1899, 12, 30);
    private static readonly LocalDate Last = new(2201, 1, 3);
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];

    /// <summary>Gets Berlin as data had it that knew of no summer time after 2025.</summary>
    private static ZoneTable WithoutSummer { get; } = new(Berlin.Id, 1, Before, Offset.FromHours(1), []);

    private static OnceExpectation Rule { get; } = CharterRules.Acknowledge with
    {
        Levels = [], Pauses = [CharterRules.Acknowledge.Pauses[0] with { Longest = null }], Limit = Limit.BusinessDays(2),
    };

    [Fact]
    public void A_table_says_of_every_instant_what_its_zone_says() => Prop.ForAll(
        (from id in Gen.Elements(DateTimeZoneProviders.Tzdb.Ids.ToArray())
         from seconds in Gen.Choose(int.MinValue + 10_000_000, int.MaxValue)
         from more in Gen.Choose(0, 2)
         select (id, At: Instant.FromUnixTimeSeconds(seconds + (more * (long)int.MaxValue)))).ToArbitrary(),
        asked =>
        {
            var zone = DateTimeZoneProviders.Tzdb[asked.id];
            var table = ZoneTable.Of(zone, "data", First, Last);
            var (local, there) = (asked.At.InZone(zone).LocalDateTime, (asked.At + Duration.FromMinutes(40)).InZone(zone).LocalDateTime);
            return asked.At > Instant.FromUtc(2200, 1, 1, 0, 0)
                || (table.Zone.GetUtcOffset(asked.At) == zone.GetUtcOffset(asked.At)
                    && local.InZoneLeniently(table.Zone).ToInstant() == local.InZoneLeniently(zone).ToInstant()
                    && there.InZoneLeniently(table.Zone).ToInstant() == there.InZoneLeniently(zone).ToInstant()
                    && table.Zone.AtStartOfDay(local.Date).ToInstant() == zone.AtStartOfDay(local.Date).ToInstant());
        }).Check(Tries.Of(300));

    [Fact]
    public void Around_every_change_of_clocks_a_table_maps_local_times_as_its_zone_does()
    {
        foreach (var id in new[] { "Europe/Berlin", "America/Sao_Paulo", "Africa/Cairo", "Pacific/Apia", "Asia/Gaza", "Australia/Lord_Howe" })
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var table = ZoneTable.Of(zone, "data", First, Last);
            Assert.NotEmpty(table.Changes);
            foreach (var near in table.Changes.SelectMany(change => new[] { -90, -30, 0, 30, 90 }.Select(minutes => change.At + Duration.FromMinutes(minutes))))
            {
                var local = near.WithOffset(zone.GetUtcOffset(near)).LocalDateTime;
                Assert.Equal(zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant(), table.Zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant());
            }
        }
    }

    [Fact]
    public void A_table_goes_through_its_text_unchanged() => Prop.ForAll(Gen.Elements(DateTimeZoneProviders.Tzdb.Ids.ToArray()).ToArbitrary(), id =>
    {
        var table = ZoneTable.Of(DateTimeZoneProviders.Tzdb[id], "TZDB: 2026a", First, Last, version: 3);
        return DefinitionJson.Read(DefinitionJson.Write(Definition.Of(table))).Definition?.Content is ZoneTable read && read.Equals(table);
    }).Check(Tries.Of(60));

    [Theory]
    [InlineData("""{"schema":1,"kind":"zone","zone":"Europe/Berlin","version":1,"data":"d","first":"+01:00"}""", "first")]
    [InlineData("""{"schema":1,"kind":"zone","zone":"Europe/Berlin","version":1,"data":"d","first":"+01","changes":["2026-03-29T01:00Z+02"]}""", "changes[0]")]
    [InlineData("""{"schema":1,"kind":"zone","zone":"Europe/Berlin","version":1,"data":"d","first":"+01","changes":["2026-03-29T01Z"]}""", "changes[0]")]
    [InlineData("""{"schema":1,"kind":"zone","zone":"Europe/Berlin","version":1,"data":"d","first":"+01","changes":["2026-03-29T01Z+02","2026-03-29T01Z+01"]}""", "changes[1]")]
    [InlineData("""{"schema":1,"kind":"zone","zone":"Ä/ö","version":1,"data":"d","first":"+01"}""", "zone")]
    public void A_table_that_is_spelt_otherwise_is_refused_where_it_is_wrong(string json, string where) =>
        Assert.EndsWith(where, Assert.Single(DefinitionJson.Read(json).Faults).Where, StringComparison.Ordinal);

    [Fact]
    public async Task Published_rules_bring_the_zones_that_they_use_and_the_same_clocks_stay_one_version()
    {
        await using var crm = new CrmUnderTest();
        var first = await crm.Acme.Rules.ReadAsync();
        Assert.Equal([$"{DefinitionKind.Zone} europe.berlin 1"], first.Versions[0].Manifest.Where(row => row.Name.Kind == DefinitionKind.Zone).Select(row => $"{row.Name.Kind} {row.Name.Key} {row.Version}"));
        Assert.IsType<TableZone>(first.InForce.Rules.Zone);

        var again = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(first.InForce.Rules), Terms(1));
        Assert.Equal(PublishStatus.Unchanged, again.Status);
        var more = await crm.Acme.Rules.PublishAsync(RulesDraft.Of(first.InForce.Rules with { Calendars = [.. first.InForce.Rules.Calendars, Tokyo] }), Terms(1));
        Assert.Equal(PublishStatus.Published, more.Status);
        Assert.Equal(["asia.tokyo 1", "europe.berlin 1"], (await crm.Acme.Rules.ReadAsync()).Versions[1].Manifest.Where(row => row.Name.Kind == DefinitionKind.Zone).Select(row => $"{row.Name.Key} {row.Version}"));
    }

    [Fact]
    public async Task A_draft_of_documents_may_bring_a_zone_and_gets_the_one_of_the_data_in_use()
    {
        await using var crm = new CrmUnderTest();
        var texts = RulesDocuments.Of((await crm.Acme.Rules.ReadAsync()).InForce.Rules with { Zones = [WithoutSummer] }).Documents.Select(document => document.Json).ToArray();
        Assert.Equal(PublishStatus.Unchanged, (await crm.Acme.Rules.PublishAsync(RulesDraft.Of(texts), Terms(1))).Status);
    }

    [Fact]
    public async Task Clocks_that_changed_make_the_next_version_of_their_zone()
    {
        await using var crm = new CrmUnderTest();
        var rules = (await crm.Acme.Rules.ReadAsync()).InForce.Rules with { Zone = DateTimeZone.Utc, Calendars = [], Expectations = [] };
        async Task<string[]> PublishAsync(IDateTimeZoneProvider data, long expected)
        {
            var office = WorkingCalendar.In(Berlin.Id, data).Named(CalendarKey.From("berlin")).Open(DaysOfWeek.Weekdays, "09:00-17:00").Build();
            await crm.Acme.Rules.PublishAsync(RulesDraft.Of(rules with { Calendars = [office] }), Terms(expected));
            return [.. (await crm.Acme.Rules.ReadAsync()).InForce.Rules.Zones.Select(table => $"{table.Version} {table.ZoneDataVersion}")];
        }

        var fresh = await NewTenantAsync();
        Assert.Equal([$"1 {DateTimeZoneProviders.Tzdb.VersionId}"], fresh);
        Assert.Equal([$"2 {Before}"], await PublishAsync(new OtherData(WithoutSummer), 1));
        Assert.Equal([$"2 {Before}"], await PublishAsync(new OtherData(WithoutSummer, "the same clocks under another name"), 2));
        Assert.Equal([$"3 {DateTimeZoneProviders.Tzdb.VersionId}"], await PublishAsync(DateTimeZoneProviders.Tzdb, 2));

        async Task<string[]> NewTenantAsync() => [.. (await crm.Acme.Rules.ReadAsync()).InForce.Rules.Zones.Select(table => $"{table.Version} {table.ZoneDataVersion}")];
    }

    [Fact]
    public void What_was_promised_under_other_zone_data_is_due_as_it_was_however_often_it_is_folded()
    {
        // Friday before the change of clocks; two business days later it is five o'clock by the clocks of then.
        var submitted = ("s", "2026-03-27T10:00:00Z", (IFact)Submitted);
        var under = Replay(ActivationLog.Always(Rules(Rule, WithoutSummer)), "2026-03-28T00:00:00Z", submitted).Next.Charter!.Promises.Single();
        var running = Replay(ActivationLog.Always(Rules(Rule)), "2026-03-28T00:00:00Z", submitted).Next.Charter!.Promises.Single();

        Assert.Equal((At("2026-03-31T16:00:00Z"), Before), (under.DueAt!.Value, under.ZoneDataVersion));
        Assert.Equal(At("2026-03-31T15:00:00Z"), running.DueAt);
    }

    [Fact]
    public void New_zone_data_move_no_promise_that_runs_and_a_date_that_was_told_is_noted()
    {
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = Rules(Rule, WithoutSummer) },
            new Activation { Position = 2, EffectiveFrom = At("2026-03-28T00:00:00Z"), Rules = Rules(Rule, ZoneTable.Of(Berlin, "after", First, Last, version: 2)) },
        ]);
        var key = new PromiseKey(Rule.Key, App.Value, 1);
        var told = ("t", "2026-03-27T10:05:00Z", (IFact)new DueTold { Promise = key, DueAt = At("2026-03-31T16:00:00Z"), ZoneDataVersion = Before });
        var pause = ("w", "2026-03-30T08:00:00Z", (IFact)new WaitingBegan { Application = App, Reason = CharterRules.Waiting });
        var resume = ("r", "2026-03-30T10:00:00Z", (IFact)new WaitingEnded { Application = App, Reason = CharterRules.Waiting });
        var submitted = ("s", "2026-03-27T10:00:00Z", (IFact)Submitted);

        var noted = Replay(log, "2026-03-29T00:00:00Z", submitted, told);
        Assert.Equal(At("2026-03-31T16:00:00Z"), noted.Next.Charter!.Promises.Single().DueAt);
        Assert.Equal([(FindingCodes.ZoneDataDiffers, At("2026-03-28T00:00:00Z"))], noted.Derived.Where(e => e.Entry is FindingNoted).Select(e => (((FindingNoted)e.Entry).Code, e.OccurredAt)));
        Assert.Empty(Events<FindingNoted>(Replay(log, "2026-03-29T00:00:00Z", submitted)));

        // By the clocks of then the office opens at eight in UTC, and the two hours go on from there; by the new ones it would open at seven.
        Assert.Equal(At("2026-04-01T10:00:00Z"), Replay(log, "2026-03-31T00:00:00Z", submitted, pause, resume).Next.Charter!.Promises.Single().DueAt);
    }

    [Fact]
    public void Who_was_told_a_date_takes_new_zone_data_over_when_they_come_and_nobody_else_does()
    {
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = Rules(Rule, WithoutSummer) },
            new Activation { Position = 2, EffectiveFrom = At("2026-03-28T00:00:00Z"), Rules = Rules(Rule, ZoneTable.Of(Berlin, "after", First, Last, version: 2)) },
        ]);
        var boundary = Engine.BoundaryOf(log, 2)!;
        var key = new PromiseKey(Rule.Key, App.Value, 1);
        var told = ("t", "2026-03-27T10:05:00Z", (IFact)new DueTold { Promise = key, DueAt = At("2026-03-31T16:00:00Z"), ZoneDataVersion = Before });

        Assert.True(boundary.IsFelt);
        Assert.True(boundary.IsFeltBy(Replay(log, "2026-03-27T11:00:00Z", ("s", "2026-03-27T10:00:00Z", Submitted), told).Next));
        Assert.False(boundary.IsFeltBy(Replay(log, "2026-03-27T11:00:00Z", ("s", "2026-03-27T10:00:00Z", Submitted)).Next));
    }

    [Fact]
    public void A_calendar_beneath_that_changes_touches_no_promise_that_runs()
    {
        var person = WorkingCalendar.In("UTC").Named(CharterRules.Office).Within(CalendarKey.From("company")).Open(DaysOfWeek.Weekdays, "09:00-17:00").Build();
        var company = WorkingCalendar.In("UTC").Named(CalendarKey.From("company")).Open(DaysOfWeek.Weekdays, "09:00-17:00").Build();
        var shorter = WorkingCalendar.In("UTC").Named(CalendarKey.From("company")).Open(DaysOfWeek.Weekdays, "13:00-17:00").Build();
        var log = ActivationLog.Of(
        [
            new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = CharterRules.Of(Rule) with { Calendars = [person, company] } },
            new Activation { Position = 2, EffectiveFrom = At("2026-03-03T00:00:00Z"), Rules = CharterRules.Of(Rule) with { Calendars = [person, shorter] } },
        ]);
        var paused = Replay(
            log, "2026-03-03T13:00:00Z",
            ("s", "2026-03-02T10:00:00Z", Submitted),
            ("w", "2026-03-03T09:00:00Z", new WaitingBegan { Application = App, Reason = CharterRules.Waiting }),
            ("r", "2026-03-03T12:00:00Z", new WaitingEnded { Application = App, Reason = CharterRules.Waiting }));

        var promise = paused.Next.Charter!.Promises.Single();
        Assert.Equal((1L, At("2026-03-05T12:00:00Z")), (promise.RulesPosition, promise.DueAt!.Value)); // three hours of the company's old ones
    }

    private static WorkingCalendar Tokyo { get; } = WorkingCalendar.In("Asia/Tokyo").Named(CalendarKey.From("tokyo")).Open(DaysOfWeek.Weekdays, "09:00-17:00").Build();

    private static CrmRules Rules(Expectation rule, ZoneTable? zone = null) => CharterRules.Of(rule) with
    {
        Calendars = [WorkingCalendar.In(Berlin.Id).Named(CharterRules.Office).Open(DaysOfWeek.Weekdays, "09:00-17:00").Build()],
        Zones = zone is null ? [] : [zone],
    };

    private static PublishTerms Terms(long expected) => new() { By = Actor.Crm, Expected = expected };

    /// <summary>Zone data in which one zone is another.</summary>
    private sealed class OtherData(ZoneTable table, string version = Before) : IDateTimeZoneProvider
    {
        public string VersionId => version;

        public System.Collections.ObjectModel.ReadOnlyCollection<string> Ids => DateTimeZoneProviders.Tzdb.Ids;

        public DateTimeZone this[string id] => GetZoneOrNull(id)!;

        public DateTimeZone? GetZoneOrNull(string id) => id == table.ZoneId ? table.Zone : DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);

        public DateTimeZone GetSystemDefault() => DateTimeZone.Utc;
    }
}
