using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

/// <summary>
/// At most one negative message a person and window; none while another process is live that is not separate; none with an offer. Each beside an oracle that
/// asks for nothing but which applications were live, and with an offer, at that instant.
/// </summary>
public sealed class RefusalProperties
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly Instant End = Histories.Start + Duration.FromDays(120);
    private static readonly Config Many = Tries.Of(300);
    private static readonly string[] Families = ["backend", "sales"];

    private static readonly CrmRules[] Pool =
    [
        .. new[]
        {
            new RefusalPolicy { WindowDays = 0 }, RefusalPolicy.Default, new RefusalPolicy { WindowDays = 5, Separate = new ProcessSeparation { OtherPipeline = true } },
            new RefusalPolicy { WindowDays = 3, Separate = new ProcessSeparation { OtherFamily = true } },
            new RefusalPolicy { WindowDays = 2, Separate = new ProcessSeparation { Pipelines = [PipelineKey.From("own")], Families = [RequisitionFamily.From("sales")] } },
        }.Select(policy => new RefusalLine().Rules with
        {
            Refusals = policy,
            Pipelines = [.. new[] { "standard", "own", "third" }.Select(key => TestRules.Everything.Pipelines[0] with { Key = PipelineKey.From(key), SameApplicationWithin = Duration.Zero })],
        }),
    ];

    private static Gen<JobApplicationId> Application { get; } = Gen.Elements("app-1", "app-2", "app-3", "app-4").Select(JobApplicationId.From);

    private static Gen<IFact> Fact { get; } = Gen.Frequency(
        (5, from a in Application
            from pipeline in Gen.Elements("standard", "own", "third")
            from family in Gen.Elements(Families)
            select (IFact)RefusalLine.Applied(a, $"req-{family}", pipeline, family)),
        (5, Application.Select(IFact (a) => RefusalLine.Rejected(a))),
        (1, Application.Select(IFact (a) => RefusalLine.Withdrew(a))),
        (1, Application.Select(IFact (a) => new OfferMade { Application = a })),
        (1, Application.Select(IFact (a) => new OfferDeclined { Application = a })),
        (1, Application.Select(IFact (a) => new ApplicationReopened { Application = a })),
        (1, Application.Select(IFact (a) => new ApplicationReviewed { Application = a })),
        (2, Gen.Elements(Families).Select(IFact (family) => RefusalLine.Closed($"req-{family}"))),
        (2, Application.Select(IFact (a) => RefusalLine.Mail(a, TouchAnswer.Ending, automated: true))),
        (1, Gen.Elements<IFact>(new ContactBarred(), new ContactBarLifted())));

    private static Arbitrary<TimelineEvent[]> Lines { get; } = Arb.From(
        from count in Gen.Choose(1, 25)
        from events in Gen.ArrayOf(Histories.Moment.SelectMany(_ => Fact, (at, fact) => (at, fact)), count)
        from orders in Gen.ArrayOf(Gen.Choose(0, 2), count)
        select events.Select((e, i) => Histories.Event($"e{i}", e.at, e.fact, orders[i]) with { Actor = orders[i] > 0 ? RefusalLine.Ada : default }).ToArray(),
        events => events.Length <= 1 ? [] : Enumerable.Range(0, events.Length).Select(i => events.Where((_, j) => j != i).ToArray()));

    private static Arbitrary<CrmRules> Rules { get; } = Arb.From(Gen.Elements(Pool));

    [Fact]
    public void At_most_one_message_is_asked_for_within_a_window_of_another_and_of_one_that_was_told() => Prop.ForAll(Lines, Rules, (events, rules) =>
    {
        var replay = Replay(events, rules);
        var asks = replay.Derived.Where(e => e.Entry is RefusalDue).Select(e => e.OccurredAt).ToArray();
        var told = events.Where(e => e.Entry is TouchpointRecorded touch && WasTold(events, rules, e, touch)).ToArray();
        var window = Duration.FromDays(rules.Refusals.WindowDays);
        return asks.Zip(asks.Skip(1)).All(pair => pair.Second - pair.First >= window || told.Any(t => t.OccurredAt >= pair.First && t.OccurredAt <= pair.Second))
            && asks.All(ask => told.All(t => t.OccurredAt >= ask || ask - t.OccurredAt >= window));
    }).Check(Many);

    [Fact]
    public void None_is_asked_for_while_another_process_is_live_that_is_not_separate() => Prop.ForAll(Lines, Rules, (events, rules) =>
        Asked(events, rules, (states, covered) => covered.All(each => states.All(other => !other.IsLive || IsSeparate(rules.Refusals.Separate, each, other))))).Check(Many);

    [Fact]
    public void None_is_asked_for_with_an_offer_however_separate() => Prop.ForAll(Lines, Rules, (events, rules) =>
        Asked(events, rules, (states, _) => states.All(other => !other.IsLive || other.Offer is not { Status: OfferStatus.Made or OfferStatus.Accepted }))).Check(Many);

    [Fact]
    public void None_is_asked_for_that_no_person_answers_for_or_while_nobody_is_to_be_contacted() => Prop.ForAll(Lines, Rules, (events, rules) =>
        Asked(events, rules, (_, covered) => covered.All(each => each.Ending!.Disposition != Disposition.Rejected || IsAnsweredFor(events, each)))
        && Replay(events, rules).Derived.Where(e => e.Entry is RefusalDue).All(e => !IsBarred(events, e))).Check(Many);

    [Fact]
    public void Whoever_may_be_told_was_asked_for_or_waits_only_for_the_window_of_what_was_asked() => Prop.ForAll(Lines, Rules, (events, rules) =>
    {
        var end = Replay(events, rules).Next;
        return (end.Applications?.All ?? []).All(each => RefusalEngine.Decide(end.Applications, end.Candidate?.Holds, each.Application, End, rules.Refusals).Outcome != RefusalOutcome.Tell || each.Ending!.News == EndingNews.Asked);
    }).Check(Many);

    [Fact]
    public void Any_order_of_arrival_and_everything_twice_end_the_same() => Prop.ForAll(Lines, Rules, (events, rules) =>
        StateText.Of(Replay([.. events.Reverse(), .. events], rules).Next) == StateText.Of(Replay(events, rules).Next)).Check(Many);

    [Fact]
    public void The_cases_hold_what_the_properties_are_about()
    {
        var all = Tries.Sample(Lines.Generator, 400, 200).SelectMany(events => Pool.Select(rules => (Events: events, Rules: rules, Replay: Replay(events, rules)))).ToArray();
        var asks = all.Select(one => one.Replay.Derived.Count(e => e.Entry is RefusalDue)).ToArray();

        Assert.True(asks.Count(count => count > 0) >= 300);
        Assert.True(asks.Count(count => count > 1) >= 60);
        Assert.True(all.Count(one => one.Replay.Derived.Any(e => e.Entry is RefusalDue { Covers.Length: > 1 })) >= 60);
        Assert.True(all.Count(one => !Asked(one.Events, one.Rules, (states, _) => states.All(other => !other.IsLive))) >= 20); // separate by rule
    }

    [Theory]
    [InlineData("standard", "backend", "own", "sales", true, false)]
    [InlineData("standard", "backend", "standard", "sales", false, true)]
    [InlineData("standard", "", "own", "sales", true, false)]
    [InlineData("standard", "backend", "standard", "backend", false, false)]
    public void What_is_not_told_separates_nothing(string pipeline, string family, string otherPipeline, string otherFamily, bool byPipeline, bool byFamily)
    {
        var (one, other) = (State(pipeline, family), State(otherPipeline, otherFamily));

        Assert.False(ProcessSeparation.None.Separates(one, other));
        Assert.Equal(byPipeline, new ProcessSeparation { OtherPipeline = true }.Separates(one, other));
        Assert.Equal(byPipeline, new ProcessSeparation { Pipelines = [PipelineKey.From("own")] }.Separates(other, one));
        Assert.False(new ProcessSeparation { Pipelines = [PipelineKey.From("third")] }.Separates(one, other));
        Assert.Equal(byFamily || (byPipeline && family.Length > 0), new ProcessSeparation { OtherFamily = true }.Separates(one, other));
        Assert.Equal(byFamily || (byPipeline && family.Length > 0), new ProcessSeparation { Families = [RequisitionFamily.From("sales")] }.Separates(one, other));
    }

    private static ApplicationState State(string pipeline, string family) => new()
    {
        Application = RefusalLine.First, Pipeline = PipelineKey.From(pipeline), Family = family.Length == 0 ? default : RequisitionFamily.From(family), StageSince = Histories.Start,
    };

    private static Decision Replay(IEnumerable<TimelineEvent> events, CrmRules rules) => Engine.Replay(Histories.Anna, events, ActivationLog.Always(rules), End);

    /// <summary>Says whether something holds of every message at its place on the line: of all applications, and of those that it covers.</summary>
    private static bool Asked(TimelineEvent[] events, CrmRules rules, Func<ApplicationState[], ApplicationState[], bool> holds)
    {
        foreach (var one in Replay(events, rules).Derived.Where(e => e.Entry is RefusalDue))
        {
            var until = one.Cause.IsAssigned ? events.Single(e => e.Id == one.Cause).Place : TimelinePlace.Alarm(one.OccurredAt);
            var states = Engine.Replay(Histories.Anna, events.Where(e => e.Place <= until), ActivationLog.Always(rules), one.OccurredAt).Next.Applications!.All.ToArray();
            if (!holds(states, [.. states.Where(state => ((RefusalDue)one.Entry).Covers.Contains(state.Application))]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSeparate(ProcessSeparation rule, ApplicationState one, ApplicationState other)
    {
        var byPipeline = one.Pipeline != other.Pipeline && (rule.OtherPipeline || rule.Pipelines.Any(key => key == one.Pipeline || key == other.Pipeline));
        return byPipeline || (one.Family.IsAssigned && other.Family.IsAssigned && one.Family != other.Family && (rule.OtherFamily || rule.Families.Any(key => key == one.Family || key == other.Family)));
    }

    private static bool IsAnsweredFor(TimelineEvent[] events, ApplicationState each)
    {
        var ended = events.Where(e => e.Entry is ApplicationEnded { Disposition: Disposition.Rejected } end && end.Application == each.Application && e.OccurredAt == each.Ending!.At);
        return ended.Any(e => e.Actor.Person.IsAssigned) || events.Any(e => e.Entry is ApplicationReviewed review && review.Application == each.Application && e.Actor.Person.IsAssigned && e.OccurredAt >= each.Ending!.At);
    }

    private static bool IsBarred(TimelineEvent[] events, TimelineEvent ask)
    {
        var until = ask.Cause.IsAssigned ? events.Single(e => e.Id == ask.Cause).Place : TimelinePlace.Alarm(ask.OccurredAt);
        return events.Where(e => e.Place <= until && e.Entry is ContactBarred or ContactBarLifted && e.Place <= until).OrderBy(e => e.Place).LastOrDefault()?.Entry is ContactBarred;
    }

    /// <summary>Says whether a message told of a refusal: about an application that had ended by our doing just before, and was not told.</summary>
    private static bool WasTold(TimelineEvent[] events, CrmRules rules, TimelineEvent one, TouchpointRecorded touch)
    {
        var before = Engine.Replay(Histories.Anna, events.Where(e => e.Place < one.Place), ActivationLog.Always(rules), one.OccurredAt - Duration.FromTicks(10)).Next.Applications?.Find(touch.Application);
        return before is { Ending: { Disposition: Disposition.Rejected or Disposition.PositionClosed, From: ApplicationStatus.Live } } && before.Ending.News != EndingNews.Told;
    }
}
