using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

/// <summary>Time in stage across refusal, re-opening and re-entry: against a reading of the facts that keeps a clock and nothing else.</summary>
public sealed class StageTimesTests
{
    private static readonly JobApplicationId App = JobApplicationId.From("app-1");
    private static readonly Instant End = Histories.Start + Duration.FromDays(60);

    private static Gen<IFact> Course => Gen.Frequency(
        (5, Gen.Elements("screening", "interview", "final", "somewhere").Select(IFact (stage) => new StageEntered { Application = App, Stage = StageKey.From(stage) })),
        (2, Gen.Elements<IFact>(new ApplicationEnded { Application = App, Disposition = Disposition.Rejected }, new ApplicationEnded { Application = App, Disposition = Disposition.Withdrew }, new CandidateHired { Application = App })),
        (2, Gen.Elements<IFact>(new ApplicationReopened { Application = App }, new ApplicationReopened { Application = App, Stage = StageKey.From("screening") })),
        (1, Gen.Constant<IFact>(new OfferMade { Application = App })),
        (1, Gen.Constant<IFact>(new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") })));

    private static Arbitrary<TimelineEvent[]> Lines { get; } = Arb.From(
        from count in Gen.Choose(1, 14)
        from told in Gen.ArrayOf(Histories.Moment.SelectMany(_ => Course, (at, fact) => (at, fact)), count)
        select told.Select((each, i) => Histories.Event($"e{i}", each.at, each.fact)).ToArray());

    [Fact]
    public void Totals_are_those_of_a_clock_that_runs_while_the_application_is_in_a_stage() =>
        Prop.ForAll(Lines, events =>
        {
            var times = StageTimes.ByStage(Visits(events), End).ToDictionary(time => time.Stage.Value, time => (time.Visits, time.Total));
            var oracle = Clock(events);
            return times.Count == oracle.Count && oracle.All(each => times[each.Key] == each.Value);
        }).Check(Tries.Of(500));

    [Fact]
    public void The_visits_of_the_state_are_the_last_of_all() =>
        Prop.ForAll(Lines, events =>
        {
            var state = new RelationshipEngine().Replay(Histories.Anna, events, TestRules.Log, End).Next.Applications?.Find(App);
            var visits = Visits(events);
            return state is null ? visits.Length == 0 : visits.TakeLast(state.Visits.Length).SequenceEqual(state.Visits);
        }).Check(Tries.Of(200));

    [Fact]
    public async Task The_time_while_it_was_over_counts_nowhere()
    {
        await using var crm = new CrmUnderTest();
        await crm.HappenAsync("s", Day(0), new ApplicationSubmitted { Application = App, Requisition = RequisitionId.From("req-1") });
        await crm.HappenAsync("i", Day(2), new StageEntered { Application = App, Stage = StageKey.From("interview"), Category = StageCategory.Interview });
        await crm.HappenAsync("r", Day(5), new ApplicationEnded { Application = App, Disposition = Disposition.Rejected, Reason = ReasonCode.From("other") });
        await crm.HappenAsync("o", Day(15), new ApplicationReopened { Application = App });
        await crm.HappenAsync("b", Day(16), new StageEntered { Application = App, Stage = StageKey.From("applied") });
        crm.Clock.Now = Day(20);
        var visits = await crm.Acme.Applications.VisitsAsync(Histories.Anna.Candidate, App);

        Assert.Equal(
            [("applied", 2, 6.0), ("interview", 2, 4.0)],
            StageTimes.ByStage(visits, Day(20)).Select(time => (time.Stage.Value, time.Visits, time.Total.TotalDays)));
        Assert.Equal(
            [(StageCategory.Other, 2, 5.0), (StageCategory.Interview, 2, 4.0)],
            StageTimes.ByCategory(visits, Day(19)).Select(time => (time.Category, time.Visits, time.Total.TotalDays)));
        Assert.Equal(3.0, StageTimes.ByStage(visits, Day(10)).Single(time => time.Stage.Value == "interview").Total.TotalDays);
        Assert.Empty(await crm.Acme.Applications.VisitsAsync(Histories.Anna.Candidate, JobApplicationId.From("app-9")));
    }

    private static StageVisit[] Visits(TimelineEvent[] events)
    {
        var history = new VisitHistory(App);
        new RelationshipEngine().Observed(Histories.Anna, events, TestRules.Log, End, history);
        return [.. history.Visits];
    }

    /// <summary>Reads the facts in order with one clock: where it is, since when, and whether it is over.</summary>
    private static Dictionary<string, (int Visits, Duration Total)> Clock(TimelineEvent[] events)
    {
        var totals = new Dictionary<string, (int Visits, Duration Total)>(StringComparer.Ordinal);
        string? stage = null;
        Disposition? over = null;
        var isThere = false;
        var since = Histories.Start;
        void Stop(Instant at)
        {
            if (stage is not null && over is null)
            {
                totals[stage] = (totals[stage].Visits, totals[stage].Total + (at - since));
            }
        }

        void Enter(string next, Instant at)
        {
            Stop(at);
            (stage, since, over) = (next, at, null);
            totals[next] = totals.TryGetValue(next, out var known) ? (known.Visits + 1, known.Total) : (1, Duration.Zero);
        }

        foreach (var one in events.OrderBy(e => e.Place))
        {
            if (!isThere)
            {
                isThere = true;
                Enter("applied", one.OccurredAt);
            }

            // What was over when it was first heard of was never seen in a stage.
            if (totals is { Count: 1 } && one.Entry is ApplicationEnded or CandidateHired && ReferenceEquals(one, events.OrderBy(e => e.Place).First()))
            {
                totals.Clear();
                over = one.Entry is ApplicationEnded first ? first.Disposition : Disposition.Hired;
                continue;
            }

            var ending = one.Entry is ApplicationEnded ended ? ended.Disposition : one.Entry is CandidateHired ? Disposition.Hired : (Disposition?)null;
            if (ending is { } how)
            {
                Stop(one.OccurredAt);
                over = how;
            }
            else if (one.Entry is StageEntered entered)
            {
                Enter(entered.Stage.Value, one.OccurredAt);
            }
            else if (one.Entry is ApplicationReopened reopened && over is not null)
            {
                Enter(reopened.Stage.IsAssigned ? reopened.Stage.Value : stage!, one.OccurredAt);
            }
            else if (one.Entry is ApplicationReopened { Stage.IsAssigned: true } begun && ReferenceEquals(one, events.OrderBy(e => e.Place).First()))
            {
                Enter(begun.Stage.Value, one.OccurredAt);
            }
        }

        Stop(End);
        return totals;
    }

    private static Instant Day(int day) => Histories.Start + Duration.FromDays(day);
}
