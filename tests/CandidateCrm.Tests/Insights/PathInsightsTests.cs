using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using static CandidateCrm.Insights.SamplePaths;

namespace CandidateCrm.Insights;

public sealed class PathInsightsTests
{
    [Fact]
    public void The_first_response_is_the_first_later_step_of_another_kind()
    {
        var report = Answer(Question, Path(("applied", 0), ("applied", 3), ("screening", 30)), Path(("applied", 0)));

        Assert.Equal((1L, Duration.FromHours(30)), (report.FirstResponse.Count, report.FirstResponse.Min));
        Assert.Equal([0L, 1], report.FirstResponse.Within.Select(within => within.Count));
        Assert.Equal(2, report.Throughput.Count);
    }

    [Fact]
    public void A_span_starts_at_the_first_or_at_the_last_visit_before_its_end()
    {
        var report = Answer(Question, Path(("offer", 0), ("interview", 1), ("interview", 5), ("offer", 9), ("interview", 20), ("offer", 30)));

        Assert.Equal([Duration.FromHours(8), Duration.FromHours(4)], report.Spans.Select(span => span.Time.Min!.Value));
    }

    [Fact]
    public void Equal_counts_of_ways_stand_in_ordinal_order_a_beginning_before_what_continues_it()
    {
        var report = Answer(Question with { TopVariants = 3 },
            Path(("offer", 0)), Path(("applied", 0), ("note", 1)), Path(("applied", 0)), Path(("applied", 1), ("note", 1)), Path());

        Assert.Equal(3, report.Variants.Distinct);
        Assert.Equal(["applied+note", "applied", "offer"], report.Variants.Top.Select(way => string.Join('+', way.Steps)));
    }

    [Fact]
    public void The_order_of_ways_compares_step_by_step_and_not_across_their_borders()
    {
        var report = Answer(Question, Path(("applied-again", 0)), Path(("applied", 0), ("note", 1)));

        Assert.Equal(["applied+note", "applied-again"], report.Variants.Top.Select(way => string.Join('+', way.Steps)));
    }

    [Fact]
    public void An_application_returns_when_another_of_the_person_had_already_been_rejected()
    {
        var report = Answer(Question,
            PathOf("anna", ("applied", 0)).Ended(OutcomeKind.Rejected, 10),
            PathOf("anna", ("applied", 10)), // at the very instant of the rejection
            PathOf("anna", ("applied", 9)), // the other was still open
            PathOf("bert", ("applied", 20)), // somebody else
            PathOf("cleo", ("applied", 0)).Ended(OutcomeKind.Hired, 30) with { FirstRejectedAt = At(5) },
            PathOf("cleo", ("applied", 7)), // the rejection was taken back later
            PathOf("dora", ("applied", 0)).Ended(OutcomeKind.Withdrew, 1),
            PathOf("dora", ("applied", 8))); // the person said no, not we

        Assert.Equal(Rate.From(2, 8), report.Returning);
    }

    [Fact]
    public void Working_time_is_a_matter_of_the_measure()
    {
        var engine = new PathInsights(Question, (from, to) => (to - from) / 3);
        engine.Add(Path(("applied", 0), ("screening", 30)));

        Assert.Equal(Duration.FromHours(10), engine.Report().FirstResponse.Mean);
        engine.Add(Path(("applied", 0), ("screening", 80)).ByDay(1)); // a date has no working hours
        Assert.Equal(Duration.FromDays(3), engine.Report().FirstResponse.Max);
        Assert.Throws<ArgumentException>(() => engine.Merge(new PathInsights(Question)));
        Assert.Throws<ArgumentException>(() => engine.Merge(new PathInsights(Question with { TopVariants = 1 })));
    }

    [Fact]
    public void A_time_that_ends_with_a_date_alone_is_the_difference_of_the_dates()
    {
        var path = Path(("applied", 0), ("screening", 63)) with
        {
            Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            Steps =
            [
                new PathStep { Step = Stage("applied"), At = Instant.FromUtc(2026, 2, 20, 14, 0) },
                new PathStep { Step = Stage("screening"), At = Instant.FromUtc(2026, 2, 22, 23, 0), Precision = Precision.Day },
                new PathStep { Step = Stage("interview"), At = Instant.FromUtc(2026, 2, 23, 9, 30) },
                new PathStep { Step = Stage("offer"), At = Instant.FromUtc(2026, 2, 23, 11, 0) },
            ],
        };

        var report = Answer(Question with { AsOf = At(100), Limits = [Duration.FromDays(3) - Duration.Epsilon, Duration.FromDays(3)] }, path);

        Assert.Equal(Duration.FromDays(3), report.FirstResponse.Max);
        Assert.Equal([0L, 1], report.FirstResponse.Within.Select(within => within.Count));
        Assert.Equal(Duration.FromDays(3), report.Steps.Single(step => step.Step == Stage("screening")).FromApplication.Max);
        Assert.Equal(Duration.FromMinutes(90), report.Spans[0].Time.Max); // both ends are exact
        Assert.Equal(path.Steps[3].At - path.Steps[0].At, report.Throughput.Max);
    }

    [Fact]
    public void A_time_that_starts_with_a_date_alone_ends_with_a_whole_day_too()
    {
        var report = Answer(Question, Path(("applied", 0), ("screening", 14)).ByDay(0), Path(("applied", 0), ("screening", 15)).ByDay(0));

        Assert.Equal((Duration.Zero, Duration.FromDays(1)), (report.FirstResponse.Min, report.FirstResponse.Max));
        Assert.Equal((Duration.Zero, Duration.FromDays(1)), (report.Throughput.Min, report.Throughput.Max));
    }

    [Fact]
    public void Days_are_counted_by_dates_also_where_the_clock_changes()
    {
        var path = Path(("applied", 0), ("screening", 0)) with
        {
            Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"],
            Steps =
            [
                new PathStep { Step = Stage("applied"), At = Instant.FromUtc(2026, 3, 28, 23, 0), Precision = Precision.Day },
                new PathStep { Step = Stage("screening"), At = Instant.FromUtc(2026, 3, 29, 22, 0), Precision = Precision.Day },
            ],
        };

        Assert.Equal(Duration.FromDays(1), Answer(Question, path).FirstResponse.Max); // 23 hours
    }

    [Fact]
    public void Any_order_and_any_partition_give_the_same_report() =>
        Prop.ForAll(Many, Arb.From(Gen.Choose(0, 99)), (paths, seed) =>
        {
            var random = new Random(seed);
            var parts = Enumerable.Range(0, 3).Select(_ => new PathInsights(Question)).ToArray();
            foreach (var path in paths.OrderBy(_ => random.Next()))
            {
                parts[random.Next(3)].Add(path);
            }

            parts[2].Merge(parts[0]);
            parts[1].Merge(parts[2]);
            return Text(parts[1].Report()) == Text(Answer(Question, paths));
        }).Check(Tries.Of());

    [Fact]
    public void Merging_is_associative_and_commutative_and_leaves_the_other_as_it_is() =>
        Prop.ForAll(Many, Many, Many, (a, b, c) =>
        {
            var left = Counted(a);
            left.Merge(Counted(b));
            left.Merge(Counted(c));
            var tail = Counted(c);
            var middle = Counted(b);
            tail.Merge(middle);
            tail.Merge(Counted(a));
            return Text(left.Report()) == Text(tail.Report()) && Text(middle.Report()) == Text(Answer(Question, b));
        }).Check(Tries.Of());

    [Fact]
    public void The_answer_as_of_an_instant_is_not_changed_by_what_happens_later() =>
        Prop.ForAll(Many, Arb.From(Gen.Choose(0, 150)), (paths, hour) =>
        {
            var question = Question with { AsOf = At(hour) };
            var then = paths.Select(path => path.AsOf(At(hour))).OfType<ApplicationPath>().ToArray();
            return Text(Answer(question, paths)) == Text(Answer(question, then));
        }).Check(Tries.Of());

    [Fact]
    public void Counts_of_steps_people_and_ways_equal_those_of_plain_queries() =>
        Prop.ForAll(Many, paths =>
        {
            var report = Answer(Question, paths);
            var steps = paths.SelectMany(path => path.Steps).ToList();
            var ways = paths.Where(path => !path.Steps.IsEmpty).GroupBy(path => string.Join('|', path.Steps.Select(s => s.Step))).ToList();
            return report.Events == steps.Count
                && report.Steps.Length == steps.Select(step => step.Step).Distinct().Count()
                && report.Steps.All(step => SameAsSlow(step, paths))
                && report.Actors.Sum(actor => actor.Events) == steps.Count
                && report.Actors.All(actor => actor.Events == steps.Count(step => step.By == actor.By))
                && report.Variants.Distinct == ways.Count
                && report.Variants.Top.Select(way => way.Count).SequenceEqual(
                    ways.Select(way => way.LongCount()).OrderDescending().Take(Question.TopVariants));
        }).Check(Tries.Of());

    [Fact]
    public void Spans_equal_those_of_plain_queries() =>
        Prop.ForAll(Many, paths =>
        {
            var times = Answer(Question, paths).Spans.Select(span => Text(span.Time));
            return times.SequenceEqual(Question.Spans.Select(span => Text(Percentiles.Summarize(
                paths.Select(path => SlowSpan(span, path)).OfType<Duration>(), Question.Limits))));
        }).Check(Tries.Of());

    [Fact]
    public void Cohorts_answer_each_for_itself_and_merge()
    {
        var first = new CohortInsights<string>(Question);
        var second = new CohortInsights<string>(Question);
        first.Add("referral", Path(("applied", 0)));
        second.Add("referral", Path(("applied", 0), ("offer", 1)));
        second.Add("job-board", Path(("applied", 0)));
        first.Merge(second);

        var reports = first.Report();

        Assert.Equal((2L, 1L), (reports["referral"].Funnel.Applications.Total, reports["job-board"].Funnel.Applications.Total));
        Assert.Throws<ArgumentException>(() => first.Merge(new CohortInsights<string>(Question with { AsOf = At(1) })));
    }

    private static PathInsights Counted(params ApplicationPath[] paths)
    {
        var engine = new PathInsights(Question);
        Array.ForEach(paths, engine.Add);
        return engine;
    }

    private static InsightsReport Answer(InsightsQuestion question, params ApplicationPath[] paths)
    {
        var engine = new PathInsights(question);
        Array.ForEach(paths, engine.Add);
        return engine.Report();
    }

    private static bool SameAsSlow(StepReport step, ApplicationPath[] paths)
    {
        int Times(ApplicationPath path) => path.Steps.Count(one => one.Step == step.Step);
        var waits = paths
            .Where(path => Times(path) > 0 && path.Steps[0].Step != step.Step)
            .Select(path => SlowTime(path, path.Steps[0], path.Steps.First(one => one.Step == step.Step)));
        return step.Events == paths.Sum(Times)
            && step.Applications == paths.Count(path => Times(path) > 0)
            && step.Repeated == paths.Count(path => Times(path) > 1)
            && step.Last == paths.Count(path => !path.Steps.IsEmpty && path.Steps[^1].Step == step.Step)
            && Text(step.FromApplication) == Text(Percentiles.Summarize(waits));
    }

    private static Duration? SlowSpan(StepSpan span, ApplicationPath path)
    {
        var steps = path.Steps.ToList();
        var first = steps.FindIndex(step => step.Step == span.From);
        var end = first < 0 ? -1 : steps.FindIndex(first, step => step.Step == span.To);
        return end < 0
            ? null
            : SlowTime(path, span.Start == SpanStart.First ? steps[first] : steps.Take(end).Last(step => step.Step == span.From), steps[end]);
    }

    private static Duration SlowTime(ApplicationPath path, PathStep from, PathStep to) => SamplePaths.SlowTime(path, from, to.At, to.Precision);
}
