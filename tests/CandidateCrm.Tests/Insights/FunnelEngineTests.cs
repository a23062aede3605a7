using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using static CandidateCrm.Insights.SamplePaths;

namespace CandidateCrm.Insights;

public sealed class FunnelEngineTests
{
    [Fact]
    public void A_stage_is_reached_by_a_visit_to_itself_and_never_inferred_from_a_later_one()
    {
        var report = Count(Path(("applied", 0), ("offer", 5)));

        Assert.Equal([1L, 0, 0, 1], report.Stages.Select(stage => stage.Reached));
        Assert.Equal([0L, 1, 1, 0], report.Stages.Select(stage => stage.Skipped));
        Assert.Null(report.Stages[3].OfPrevious); // nobody was at the stage before
        Assert.Equal(Rate.From(1, 1), report.Stages[3].OfFirst);
    }

    [Fact]
    public void A_rate_of_a_skipped_stage_may_lie_above_one()
    {
        var report = Count(
            Path(("applied", 0), ("screening", 1), ("interview", 2)),
            Path(("applied", 0), ("interview", 2)));

        Assert.Equal(Rate.From(2, 1), report.Stages[2].OfPrevious);
        Assert.Equal(1m, report.Stages[0].OfPrevious!.Value.ToDecimal());
    }

    [Fact]
    public void Coming_back_from_another_step_is_a_re_entry_and_staying_is_a_repeat()
    {
        var report = Count(
            Path(("applied", 0), ("interview", 1), ("interview", 2)),
            Path(("applied", 0), ("interview", 1), ("note", 2), ("interview", 3)));

        Assert.Equal((2L, 1L), (report.Stages[2].Repeated, report.Stages[2].Reentered));
    }

    [Fact]
    public void Those_who_left_are_counted_at_the_last_stage_and_the_open_ones_are_named()
    {
        var report = Count(
            Path(("applied", 0), ("interview", 1), ("screening", 2)).Ended(OutcomeKind.Withdrew, 3),
            Path(("applied", 0), ("screening", 2), ("note", 3)),
            Path(("note", 0)).Ended(OutcomeKind.ClosedOtherwise, 3));

        Assert.Equal((1L, 1L, 2L), (report.Stages[1].LastHere.Withdrew, report.Stages[1].LastHere.Open, report.Stages[1].LastHere.Total));
        Assert.Equal(1, report.BeforeFirst.ClosedOtherwise);
        Assert.Equal(1, report.RightCensored);
    }

    [Fact]
    public void An_empty_funnel_has_no_rates()
    {
        var report = Count();

        Assert.All(report.Stages, stage => Assert.Equal((null, null), (stage.OfPrevious, stage.OfFirst)));
    }

    [Fact]
    public void Other_stages_or_another_order_do_not_merge() =>
        Assert.Throws<ArgumentException>(() => new FunnelEngine(Funnel).Merge(new FunnelEngine(FunnelOf("screening", "applied"))));

    [Fact]
    public void Every_count_equals_the_one_of_plain_queries() =>
        Prop.ForAll(Many, paths =>
        {
            var report = Count(paths);
            return report.Stages.Select((stage, place) => stage == Slow(paths, place)).All(same => same)
                && report.Stages.Sum(stage => stage.LastHere.Total) + report.BeforeFirst.Total == paths.Length
                && report.Applications == Outcomes(paths);
        }).Check(Tries.Of());

    private static FunnelReport Count(params ApplicationPath[] paths)
    {
        var engine = new FunnelEngine(Funnel);
        Array.ForEach(paths, engine.Add);
        return engine.Report();
    }

    private static FunnelStage Slow(ApplicationPath[] paths, int place)
    {
        var stages = Funnel.Stages;
        var here = stages[place];
        long Reached(int i) => paths.LongCount(path => path.Steps.Any(step => step.Step == stages[i]));
        int[] Places(ApplicationPath path) => [.. Enumerable.Range(0, path.Steps.Length).Where(i => path.Steps[i].Step == here)];
        return new FunnelStage
        {
            Stage = here,
            Reached = Reached(place),
            OfPrevious = Rate.From(Reached(place), Reached(place == 0 ? 0 : place - 1)),
            OfFirst = Rate.From(Reached(place), Reached(0)),
            Skipped = paths.LongCount(path => Places(path).Length == 0 && path.Steps.Any(step => stages.IndexOf(step.Step) > place)),
            Repeated = paths.LongCount(path => Places(path).Length > 1),
            Reentered = paths.LongCount(path => Places(path) is { Length: > 1 } at && at[^1] - at[0] >= at.Length),
            LastHere = Outcomes(paths.Where(path => path.Steps.LastOrDefault(step => stages.Contains(step.Step)).Step == here)),
        };
    }

    private static OutcomeCounts Outcomes(IEnumerable<ApplicationPath> paths)
    {
        var kinds = paths.Select(path => path.Outcome.Kind).ToList();
        return new OutcomeCounts
        {
            Open = kinds.LongCount(kind => kind == OutcomeKind.Open),
            Hired = kinds.LongCount(kind => kind == OutcomeKind.Hired),
            Rejected = kinds.LongCount(kind => kind == OutcomeKind.Rejected),
            Withdrew = kinds.LongCount(kind => kind == OutcomeKind.Withdrew),
            ClosedOtherwise = kinds.LongCount(kind => kind == OutcomeKind.ClosedOtherwise),
        };
    }
}
