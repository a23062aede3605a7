using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Insights;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Charter;

public sealed class ReportCardTallyTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly CharterQuestion ByAll = new() { By = [.. Enum.GetValues<ReportDimension>()], OwnerOf = record => PersonId.From($"owner-of-{record.Requisition}") };

    [Fact]
    public void Each_promise_of_a_random_history_counts_once_where_the_timeline_leaves_it() => Prop.ForAll(Histories.Any, events =>
    {
        var (records, decision) = Folded(events);
        var opened = decision.Derived.Select(one => one.Entry).OfType<PromiseOpened>().ToList();
        Assert.Equal(opened.Select(entry => entry.Promise), records.Select(record => record.Promise));
        Assert.All(records, record => Assert.Equal(Expected(record.Promise, decision), record.Standing));

        var card = Card(CharterQuestion.Everything, records);
        Assert.Equal(records.Length, card.Lines.Sum(line => line.Total));
        Assert.Equal(records.Count(record => record.Standing == PromiseStanding.Kept), card.Lines.Sum(line => line.Kept));
    }).Check(Tries.Of());

    [Fact]
    public void Tallies_side_by_side_add_up_to_one_in_any_order() => Prop.ForAll(Histories.Any, Gen.Choose(0, 100).ToArbitrary(), (events, cut) =>
    {
        var records = Folded(events).Records;
        var at = records.Length * cut / 100;
        var (left, right) = (new ReportCardTally(ByAll, Berlin), new ReportCardTally(ByAll, Berlin));
        Array.ForEach(records[..at], left.Add);
        Array.ForEach(records[at..], right.Add);
        right.Add(left);

        Assert.Equal(Said(Card(ByAll, records)), Said(right.Report(TestRules.Everything.Expectations, Histories.Start)));
    }).Check(Tries.Of());

    [Fact]
    public void What_is_told_apart_adds_up_to_what_is_not() => Prop.ForAll(Histories.Any, events =>
    {
        var records = Folded(events).Records;
        var apart = Card(ByAll, records).Lines.GroupBy(line => line.Expectation).ToDictionary(lines => lines.Key, lines => (lines.Sum(l => l.Kept), lines.Sum(l => l.Broken), lines.Sum(l => l.OpenOverdue), lines.Sum(l => l.OpenInTime), lines.Sum(l => l.Paused), lines.Sum(l => l.Void)));
        Assert.All(Card(CharterQuestion.Everything, records).Lines, line => Assert.Equal(apart[line.Expectation], (line.Kept, line.Broken, line.OpenOverdue, line.OpenInTime, line.Paused, line.Void)));
    }).Check(Tries.Of());

    [Fact]
    public void Groups_say_what_was_asked_for_and_a_period_takes_its_start_and_leaves_its_end()
    {
        PromiseRecord[] records = [Record(1, "2026-02-28T23:30:00Z", "req-1"), Record(2, "2026-03-01T00:00:00Z", "req-2"), Record(3, "2026-03-31T22:00:00Z", "req-2")];
        var card = Card(new CharterQuestion { By = [ReportDimension.Month, ReportDimension.Owner], OwnerOf = ByAll.OwnerOf }, records);
        Assert.Equal(
            ["2026-03 owner-of-req-1 1", "2026-03 owner-of-req-2 1", "2026-04 owner-of-req-2 1"], // in Berlin, an hour or two ahead
            card.Lines.Where(line => line.Total > 0).Select(line => $"{line.Group.Month:uuuu-MM} {line.Group.Owner} {line.Total}"));
        Assert.All(card.Lines, line => Assert.Equal((0, false), (line.Group.Version, line.Group.Requisition.IsAssigned)));

        var march = new CharterQuestion { From = Instant.FromUtc(2026, 3, 1, 0, 0), To = Instant.FromUtc(2026, 3, 31, 22, 0) };
        Assert.Equal(1, Card(march, records).Lines.Sum(line => line.Total));
    }

    [Theory]
    [InlineData(0, 0, null, null)]
    [InlineData(0, 10, "0", "0.277533")] // the values that the method is known by
    [InlineData(10, 10, "0.722467", "1")]
    [InlineData(8, 10, "0.490162", "0.943318")]
    [InlineData(500, 1000, "0.46907", "0.53093")]
    public void A_share_says_how_sure_it_is(long count, long of, string? low, string? high)
    {
        var interval = WilsonInterval.Of(count, of);
        Assert.Equal((low, high), (interval?.Low.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture), interval?.High.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(-1, 1));
    }

    // The oracle: the last thing that the derived events say of a promise, whatever the state keeps.
    private static PromiseStanding Expected(PromiseKey key, Decision decision)
    {
        var standing = PromiseStanding.OpenInTime;
        foreach (var entry in decision.Derived.Select(one => one.Entry))
        {
            standing = entry switch
            {
                PromiseKept kept when kept.Promise == key => PromiseStanding.Kept,
                PromiseBroken broken when broken.Promise == key => broken.ByBreach ? PromiseStanding.Broken : PromiseStanding.OpenOverdue,
                PromiseFulfilledLate late when late.Promise == key => PromiseStanding.Broken,
                PromiseVoided ended when ended.Promise == key => ended.WasBroken ? PromiseStanding.Broken : PromiseStanding.Void,
                PromisePaused paused when paused.Promise == key && standing == PromiseStanding.OpenInTime => PromiseStanding.Paused,
                PromiseResumed resumed when resumed.Promise == key && standing == PromiseStanding.Paused => PromiseStanding.OpenInTime,
                _ => standing,
            };
        }

        return standing;
    }

    private static (PromiseRecord[] Records, Decision Decision) Folded(TimelineEvent[] events)
    {
        var reader = new PromiseRecordReader(Histories.Anna.Candidate);
        var decision = new RelationshipEngine().Observed(Histories.Anna, [.. events.OrderBy(one => one.Place)], TestRules.Log, Histories.Start + Duration.FromDays(60), reader);
        return ([.. reader.Standing(decision.Next.Charter, decision.Next.Applications)], decision);
    }

    private static ReportCard Card(CharterQuestion question, params PromiseRecord[] records)
    {
        var tally = new ReportCardTally(question, Berlin);
        Array.ForEach(records, tally.Add);
        return tally.Report(TestRules.Everything.Expectations, Histories.Start);
    }

    private static IEnumerable<string> Said(ReportCard card) => card.Lines.Select(line =>
        $"{line.Group} {line.Kept}/{line.Broken}/{line.OpenOverdue}/{line.OpenInTime}/{line.Paused}/{line.Void} {line.WorkingTime.Count} {line.WorkingTime.NearestRank?.P90} {line.WorkingOverrun.Mean} {line.WallOverrun.Max} {line.Interval}");

    private static PromiseRecord Record(int number, string at, string requisition) => new()
    {
        Candidate = CandidateId.From("anna"),
        Promise = new PromiseKey(TestRules.Everything.Expectations[0].Key, $"app-{number}", 1),
        Version = 1,
        OpenedAt = NodaTime.Text.InstantPattern.General.Parse(at).Value,
        Requisition = RequisitionId.From(requisition),
        Standing = PromiseStanding.Kept,
    };
}
