using System.Collections.Immutable;
using System.Globalization;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Insights;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Fixtures;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>What each fact that takes something back, moves it or makes it another thing does to every feature: the table of the page, each cell as it comes out of the fold.</summary>
public sealed class ReversingFactsTests
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly JobApplicationId First = JobApplicationId.From("app-1");
    private static readonly JobApplicationId Second = JobApplicationId.From("app-2");
    private static readonly RequisitionId Job = RequisitionId.From("req-1");
    private static readonly RequisitionId OtherJob = RequisitionId.From("req-2");

    private static ApplicationSubmitted Submitted { get; } = new() { Application = First, Requisition = Job };

    private static StageEntered Interview { get; } = new() { Application = First, Stage = StageKey.From("interview") };

    private static InterviewScheduled Talk { get; } = new() { Application = First, Interview = InterviewId.From("int-1"), StartsAt = Histories.Start + Duration.FromDays(9) };

    /// <summary>Gets a rejection that no person answers for; every other fact is told by a recruiter.</summary>
    private static ApplicationEnded Unanswered { get; } = new() { Application = First, Disposition = Disposition.Rejected, Reason = ReasonCode.From("nobody") };

    private static ActivationLog Log { get; } = ActivationLog.Always(TestRules.Everything with { PublicStatus = PublicStatusDefinition.Default });

    private static TouchpointRecorded Pause { get; } = new() { Kind = TouchKinds.EmailOpened, Direction = Direction.Inbound };

    /// <summary>Gets what was told, a day apart each; the last fact is the one of the row.</summary>
    private static (string Row, IFact[] Told)[] Rows { get; } =
    [
        ("re-opened after a rejection", [Submitted, Interview, Talk, Rejected(First), new ApplicationReopened { Application = First }]),
        ("re-opened after a hire", [Submitted, Interview, new CandidateHired { Application = First }, new ApplicationReopened { Application = First }]),
        ("prospect converted", [new ProspectAdded { Application = First, Requisition = Job }, new ProspectConverted { Application = First, Requisition = Job }]),
        ("copied", [Submitted, Interview, new ApplicationCopied { Application = Second, From = First, Requisition = OtherJob }]),
        ("transferred, overdue", [Submitted, Interview, Pause, Pause, Pause, Pause, new ApplicationTransferred { Application = First, Requisition = OtherJob }]),
        ("merged, the duplicate overdue", [new ApplicationSubmitted { Application = Second, Requisition = OtherJob }, Pause, Pause, Pause, Pause, Submitted, new ApplicationsMerged { Application = First, Duplicate = Second }]),
        ("removed, overdue", [Submitted, Interview, Pause, Pause, Pause, Pause, new ApplicationRemoved { Application = First }]),
        ("submission retracted, overdue", [Submitted, Pause, Pause, Pause, Pause, new FactsRetracted { Events = [EventId.From("e0")], Reason = ReasonCode.From("mistake") }]),
        ("rejected by nobody, reviewed", [Submitted, Talk, Unanswered, new ApplicationReviewed { Application = First }]),
        ("requisition closed", [Submitted, Talk, new RequisitionClosed { Requisition = Job, Reason = CloseReasons.Filled }]),
        ("requisition closed, another one live", [Submitted, new ApplicationSubmitted { Application = Second, Requisition = OtherJob }, new RequisitionClosed { Requisition = Job, Reason = CloseReasons.Filled }]),
        ("person erased", [Submitted, Talk, new CandidateErased()]),
        ("person merged into another, overdue", [Submitted, Talk, Pause, Pause, Pause, Pause, new CandidateMerged { Into = CandidateId.From("berta") }]),
        ("abandoned draft submitted", [new ApplicationDrafted { Application = First, Requisition = Job }, Pause, Pause, Pause, Pause, Submitted]),
    ];

    public static TheoryData<string> Names => [.. Rows.Select(row => row.Row)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_row_of_the_page_says_what_comes_out_of_the_fold(string name)
    {
        var said = Page().Single(line => line.StartsWith($"| {name} |", StringComparison.Ordinal));

        Assert.Equal(Row(name), said);
    }

    [Fact]
    public void The_page_has_no_row_more()
    {
        var lines = Page().SkipWhile(line => !line.StartsWith("| fact | applications |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(Rows.Select(row => row.Row), lines.Select(line => line.Split('|')[1].Trim()));
    }

    private static string[] Page() => File.ReadAllLines(Path.Combine(FixturePaths.RepositoryRoot, "docs", "applications.md"));

    private static ApplicationEnded Rejected(JobApplicationId application) => new() { Application = application, Disposition = Disposition.Rejected, Reason = ReasonCode.From("other") };

    private static string Row(string name)
    {
        var told = Rows.Single(row => row.Row == name).Told;
        TimelineEvent[] events = [.. told.Select((fact, i) => Histories.Event($"e{i}", Histories.Start + Duration.FromDays(i), fact) with { Actor = ReferenceEquals(fact, Unanswered) ? default : Actor.Of(PersonId.From("recruiter")) })];
        var at = events[^1].OccurredAt;
        var before = Engine.Replay(Histories.Anna, events[..^1], Log, at);
        var after = Engine.Replay(Histories.Anna, events, Log, at);
        return $"| {name} | {Applications(after.Next)} | {Phases(before.Next, after.Next)} | {Promises(before, after)} | {Counted(before.Next, after.Next)} | {Tasks(before.Next, after.Next)} | {Shown(before.Next, after.Next)} | {Refusals(before, after)} | {Interviews(before.Next, after.Next)} | {Paths(events)} |";
    }

    private static string Applications(Relationship state) => Listed((state.Applications?.All ?? []).Select(a =>
        $"{a.Application} {a.Status.ToString().ToLowerInvariant()}{(a.Stage.IsAssigned ? $" in {a.Stage}" : string.Empty)}{(a.Requisition.IsAssigned ? $" for {a.Requisition}" : string.Empty)}{(a.Follows.IsAssigned ? $" after {a.Follows}" : string.Empty)}{(a.Aliases.IsEmpty ? string.Empty : $", also {a.Aliases[0]}")}"));

    private static string Phases(Relationship before, Relationship after) =>
        before.Lifecycle!.Phase == after.Lifecycle!.Phase ? $"stays {after.Lifecycle.Phase}" : $"{before.Lifecycle.Phase} → {after.Lifecycle.Phase}";

    private static string Promises(Decision before, Decision after)
    {
        var known = before.Derived.Select(one => one.Id).ToHashSet();
        var left = after.Derived.Select(one => one.Id).ToHashSet();
        return Listed(
        [
            .. before.Derived.Where(one => !left.Contains(one.Id)).Select(one => Said(one.Entry)).OfType<string>().Select(said => $"takes back: {said}"),
            .. after.Derived.Where(one => !known.Contains(one.Id)).Select(one => Said(one.Entry)).OfType<string>(),
        ]);
    }

    private static string? Said(ITimelineEntry entry) => entry switch
    {
        PromiseOpened opened => $"opens `{opened.Promise}`",
        PromiseKept kept => $"keeps `{kept.Promise}`",
        PromiseBroken broken => $"breaks `{broken.Promise}`",
        PromiseVoided ended => $"voids `{ended.Promise}`",
        PromiseFulfilledLate late => $"fulfils `{late.Promise}` late",
        _ => null,
    };

    private static string Counted(Relationship before, Relationship after)
    {
        var change = Count(after) - Count(before);
        return change == 0 ? "counts nothing" : change > 0 ? string.Create(CultureInfo.InvariantCulture, $"counts {change}") : string.Create(CultureInfo.InvariantCulture, $"takes back {-change}");
    }

    private static long Count(Relationship state) => state.Engagement?.Scores.Sum(score => score.State.Signals.Sum(signal => signal.Count)) ?? 0;

    private static string Tasks(Relationship before, Relationship after)
    {
        var known = (before.Tasks?.Open ?? []).Select(task => task.Key).ToImmutableArray();
        var left = (after.Tasks?.Open ?? []).Select(task => task.Key).ToImmutableArray();
        return Listed([.. known.Except(left).Select(key => $"closes `{key}`"), .. left.Except(known).Select(key => $"opens `{key}`"), .. known.Intersect(left).Select(key => $"keeps `{key}`")]);
    }

    private static string Shown(Relationship before, Relationship after) => Listed((after.Applications?.All ?? []).Where(a => a.Public is not null).Select(a =>
    {
        var (was, step) = (before.Applications?.Find(a.Application)?.Public?.Step.Value, a.Public!.Step.Value);
        var waits = a.Public.Waiting is { } waiting ? $", {waiting.Step} waits" : string.Empty;
        return $"{a.Application}: {(was is null || was == step ? step : $"{was} → {step}")}{waits}";
    }));

    private static string Refusals(Decision before, Decision after)
    {
        var known = before.Derived.Select(one => one.Id).ToHashSet();
        var asked = after.Derived.Where(one => !known.Contains(one.Id)).Select(one => one.Entry).OfType<RefusalDue>().Select(due => $"asks for one about {string.Join(" and ", due.Covers)}");
        var waits = after.Derived.Where(one => !known.Contains(one.Id)).Select(one => one.Entry).OfType<PositionClosedFor>().Where(closed => closed.WaitsFor is not null).Select(closed => $"{closed.Application} waits: `{closed.WaitsFor}`");
        var left = (before.Next.Applications?.All ?? []).Where(a => a.Ending is { News: EndingNews.Asked } && after.Next.Applications?.Find(a.Application)?.Ending is null).Select(a => $"{a.Application} needs none any more");
        return Listed([.. asked, .. waits, .. left]);
    }

    private static string Interviews(Relationship before, Relationship after)
    {
        var known = Kept(before);
        var left = Kept(after);
        return Listed([.. known.Except(left).Select(one => $"forgets {one}"), .. left]);
    }

    private static string[] Kept(Relationship state) =>
        [.. (state.Applications?.All ?? []).SelectMany(a => a.Interviews.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Interview} {i.Status.ToString().ToLowerInvariant()}, {i.Reminders.Length} reminders")))];

    private static string Paths(TimelineEvent[] events)
    {
        var taken = Retracted.Of([.. events]);
        return Listed(PathReader.Read(Histories.Anna, events.Where(one => taken?.Takes(one) != true), Log).Select(path => $"{path.Application}: {string.Join(' ', path.Steps.Select(step => step.Step))}, {(path.Outcome == PathOutcome.Open ? "open" : "ended")}"));
    }

    private static string Listed(IEnumerable<string> words) => string.Join("; ", words.DefaultIfEmpty("–"));
}
