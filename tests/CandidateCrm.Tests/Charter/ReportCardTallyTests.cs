using CandidateCrm.Charter;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Charter;

public sealed class ReportCardTallyTests
{
    private static readonly ExpectationKey Key = ExpectationKey.From("answer");
    private static readonly PromiseKey Promise = new(Key, "app-1", 1);

    public static TheoryData<string, ITimelineEntry[]> Said => new()
    {
        { "open in time", [Opened()] },
        { "open overdue", [Opened(), Broken()] },
        { "kept", [Opened(), Kept()] },
        { "broken", [Opened(), Broken(), new PromiseFulfilledLate { Promise = Promise, DueAt = default, WallOverrun = default, WorkingOverrun = default }] },
        { "broken", [Opened(), Broken(), new PromiseVoided { Promise = Promise, WasBroken = true }] },
        { "void", [Opened(), new PromiseVoided { Promise = Promise, WasBroken = false }] },

        // A worker rang the alarm, or somebody kept the promise, between two reads.
        { "open overdue", [Opened(), Broken(), Broken()] },
        { "kept", [Opened(), Kept(), Broken()] },
        { "void", [Opened(), new PromiseVoided { Promise = Promise, WasBroken = false }, Broken()] },
        { "open overdue", [Broken()] },
    };

    [Theory]
    [MemberData(nameof(Said), DisableDiscoveryEnumeration = true)]
    public void A_promise_counts_once_whatever_is_said_of_it(string expected, ITimelineEntry[] said)
    {
        var tally = new ReportCardTally([]);
        foreach (var entry in said)
        {
            tally.Add(entry);
        }

        tally.Close();
        var line = Assert.Single(tally.Report(default).Lines);
        Assert.Equal(1, line.Total);
        Assert.Equal(expected, line switch
        {
            { Kept: 1 } => "kept",
            { Broken: 1 } => "broken",
            { OpenOverdue: 1 } => "open overdue",
            { OpenInTime: 1 } => "open in time",
            _ => "void",
        });
    }

    [Fact]
    public void Two_candidates_have_promises_of_the_same_name()
    {
        var tally = new ReportCardTally([]);
        for (var candidate = 0; candidate < 2; candidate++)
        {
            tally.Add(Opened());
            tally.Close();
        }

        Assert.Equal(2, tally.Report(default).Lines[0].OpenInTime);
    }

    private static PromiseOpened Opened() => new() { Promise = Promise, Version = 1, DueAt = default };

    private static PromiseBroken Broken() => new() { Promise = Promise, DueAt = default };

    private static PromiseKept Kept() => new() { Promise = Promise, OpenedAt = default, WorkingTime = Duration.FromHours(1) };
}
