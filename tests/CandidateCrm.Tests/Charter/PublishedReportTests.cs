using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Insights;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Charter;

public sealed class PublishedReportTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly PublishReportTerms Terms = new() { From = new LocalDate(2026, 1, 1), To = new LocalDate(2026, 3, 31) };

    [Theory]
    [InlineData("20,30,40", "")]
    [InlineData("0,30", "")] // nobody is hidden where nobody is
    [InlineData("9,30,40", "0,1")] // one alone could be had from the total
    [InlineData("9,9,40", "0,1")]
    [InlineData("3,4,12,40", "0,1,2")]
    [InlineData("9", "0")]
    [InlineData("10", "")]
    public void Small_groups_are_hidden_and_cannot_be_had_by_subtraction(string judged, string hidden)
    {
        var report = Published([.. judged.Split(',').Select(long.Parse)]);
        Assert.Equal(hidden, string.Join(',', report.Lines.Index().Where(line => line.Item.IsHidden).Select(line => line.Index)));
        Assert.All(report.Lines.Where(line => line.IsHidden), line => Assert.Equal((null, null, null, null), (line.Kept, line.Judged, line.ShareKept, line.Interval)));
    }

    [Fact]
    public void What_is_hidden_together_is_nothing_or_enough_and_only_where_that_can_be_had() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Choose(0, 40)).ToArbitrary(), Gen.Choose(1, 15).ToArbitrary(), (judged, smallest) =>
        {
            var report = Published([.. judged.Select(each => (long)each)], smallest);
            var hidden = report.Lines.Index().Where(line => line.Item.IsHidden).Sum(line => judged[line.Index]);
            Assert.True(hidden == 0 || hidden >= smallest || hidden == judged.Sum());
            Assert.All(report.Lines.Index(), line => Assert.True(line.Item.IsHidden || judged[line.Index] == 0 || judged[line.Index] >= smallest));
        }).Check(Tries.Of());

    [Fact]
    public void The_digest_is_that_of_everything_said_and_of_nothing_else()
    {
        var report = Published([20, 30]);
        Assert.True(ReportPublisher.IsUnchanged(report));
        Assert.Equal(report.Digest, Published([20, 30]).Digest);
        var said = Encoding.UTF8.GetString(PublishedReportJson.Write(report));
        var without = said.Replace($",\"digest\":\"{report.Digest}\"", "", StringComparison.Ordinal);
        Assert.Equal(report.Digest, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(without))));
        Assert.StartsWith("""{"schema":1,"from":"2026-01-01","to":"2026-03-31","judgedOn":"2026-04-01","zone":"Europe/Berlin","smallestGroup":10,"lines":[{"expectation":"e0","version":1,"isHidden":false,"kept":15,"judged":20,"shareKept":0.75,"low":0.531299,"high":0.888138,"medianWorkingTime":"26:00:00"},""", said, StringComparison.Ordinal);

        PublishedReport[] changed =
        [
            report with { From = report.From.PlusDays(1) }, report with { To = report.To.PlusDays(1) }, report with { JudgedOn = report.JudgedOn.PlusDays(1) }, report with { Zone = "UTC" },
            report with { SmallestGroup = 9 }, report with { Previous = "x" }, report with { StillRunning = 99 }, report with { StandingStill = 99 }, report with { WithoutVerdict = 99 },
            report with { Lines = report.Lines.SetItem(0, report.Lines[0] with { Kept = 16 }) }, report with { Lines = report.Lines.SetItem(1, report.Lines[1] with { IsHidden = true }) },
            report with { Lines = report.Lines.SetItem(0, report.Lines[0] with { ShareKept = 0.8m }) }, report with { Lines = report.Lines.SetItem(0, report.Lines[0] with { MedianWorkingTime = null }) },
            report with { Lines = report.Lines.SetItem(0, report.Lines[0] with { Interval = new ShareInterval { Low = 0, High = 1 } }) }, report with { Lines = report.Lines.RemoveAt(1) },
            report with { Lines = report.Lines.SetItem(0, report.Lines[0] with { Version = 2 }) }, report with { Lines = report.Lines.SetItem(0, report.Lines[0] with { Expectation = ExpectationKey.From("x") }) },
        ];
        Assert.All(changed, each => Assert.False(ReportPublisher.IsUnchanged(each)));
    }

    [Fact]
    public void What_is_left_out_is_said_unless_it_is_about_few_and_unspoken_expectations_are_nobodys_business()
    {
        var expectations = ImmutableArray.Create<Expectation>(CharterTextsTests.Once("e0", "We answer."), CharterTextsTests.Once("e1"), CharterTextsTests.Once("e2", "We remind each other.") with { AmongColleagues = true });
        var report = ReportPublisher.Publish(Card([Line("e0", 20) with { OpenInTime = 12, Paused = 9, Void = 0 }, Line("e1", 50) with { OpenInTime = 80 }, Line("e2", 60) with { Void = 50 }]), expectations, Terms, Berlin);
        Assert.Equal((12, null, 0), (report.StillRunning, report.StandingStill, report.WithoutVerdict));
        Assert.Equal(["e0"], report.Lines.Select(line => line.Expectation.Value));
        Assert.Throws<ArgumentOutOfRangeException>(() => Terms with { SmallestGroup = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => Terms with { SmallestGroup = 1_001 });
    }

    internal static PublishedReport Published(long[] judged, int smallest = 10) => ReportPublisher.Publish(
        Card([.. judged.Select((each, i) => Line($"e{i}", each))]),
        [.. judged.Select((_, i) => CharterTextsTests.Once($"e{i}", $"We answer within {{limit}} ({i})."))],
        Terms with { SmallestGroup = smallest },
        Berlin);

    private static ReportCard Card(ImmutableArray<ReportCardLine> lines) => new() { AsOf = Instant.FromUtc(2026, 4, 1, 10, 0), Lines = lines };

    private static ReportCardLine Line(string key, long judged) => new()
    {
        Group = new ReportGroup { Expectation = ExpectationKey.From(key), Version = 1 },
        Kept = judged * 3 / 4, Broken = judged - (judged * 3 / 4), OpenOverdue = 0, OpenInTime = 0, Paused = 0, Void = 0,
        WorkingTime = Percentiles.Summarize(Enumerable.Repeat(Duration.FromHours(26), (int)(judged * 3 / 4))),
        WorkingOverrun = Percentiles.Summarize([]), WallOverrun = Percentiles.Summarize([]),
        Interval = WilsonInterval.Of(judged * 3 / 4, judged),
    };
}
