using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Applications;

/// <summary>A line of facts about applications, told at whole days, and what follows from it.</summary>
internal sealed class RefusalLine
{
    private static readonly RelationshipEngine Engine = new();
    private readonly List<TimelineEvent> _told = [];

    internal static Actor Ada { get; } = Actor.Of(PersonId.From("ada"));

    internal static JobApplicationId First { get; } = JobApplicationId.From("app-1");

    internal static JobApplicationId Second { get; } = JobApplicationId.From("app-2");

    internal CrmRules Rules { get; init; } = TestRules.Everything with
    {
        PublicStatus = PublicStatusDefinition.Default,
        Expectations = [StandardExpectations.AnswerWhenClosed(TestRules.Office, Limit.BusinessDays(2))],
    };

    internal ActivationLog Log => ActivationLog.Always(Rules);

    internal IReadOnlyList<TimelineEvent> Told => _told;

    internal static Instant Day(double day) => Histories.Start + Duration.FromHours(day * 24);

    internal static ApplicationSubmitted Applied(JobApplicationId application, string requisition = "req-1", string pipeline = "standard", string? family = null) => new()
    {
        Application = application,
        Requisition = RequisitionId.From(requisition),
        Pipeline = PipelineKey.From(pipeline),
        Family = family is null ? default : RequisitionFamily.From(family),
    };

    internal static ApplicationEnded Rejected(JobApplicationId application) => new() { Application = application, Disposition = Disposition.Rejected, Reason = ReasonCode.From("skills") };

    internal static ApplicationEnded Withdrew(JobApplicationId application) => new() { Application = application, Disposition = Disposition.Withdrew, Reason = ReasonCode.From("salary") };

    internal static RequisitionClosed Closed(string requisition = "req-1") => new() { Requisition = RequisitionId.From(requisition), Reason = CloseReasons.Filled };

    internal static TouchpointRecorded Mail(JobApplicationId application, TouchAnswer answers = TouchAnswer.Unsaid, bool automated = false) => new()
    {
        Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = application, Answers = answers, Automated = automated,
    };

    internal RefusalLine At(double day, ITimelineEntry entry, Actor by = default)
    {
        _told.Add(Histories.Event($"e{_told.Count}", Day(day), entry, _told.Count) with { Actor = by });
        return this;
    }

    internal Decision Until(double day) => Engine.Replay(Histories.Anna, _told, Log, Day(day));

    internal RefusalAnswer May(JobApplicationId application, double day)
    {
        var state = Until(day).Next;
        return RefusalEngine.Decide(state.Applications, state.Candidate?.Holds, application, Day(day), Rules.Refusals);
    }

    /// <summary>Returns when each message was asked for, and what it covers.</summary>
    internal (double Day, string Covers)[] Asks(double until) =>
        [.. Until(until).Derived.Where(e => e.Entry is RefusalDue).Select(e => ((e.OccurredAt - Histories.Start).TotalDays, string.Join(' ', ((RefusalDue)e.Entry).Covers)))];

    /// <summary>Returns what became of the promises of an answer, in order.</summary>
    internal string[] Promises(double until) =>
    [
        .. Until(until).Derived.Select(e => e.Entry switch
        {
            PromiseOpened p => $"opened {p.Promise}",
            PromiseKept p => $"kept {p.Promise}",
            PromiseBroken p => $"broken {p.Promise}",
            PromiseVoided p => $"void {p.Promise}",
            PromiseFulfilledLate p => $"late {p.Promise}",
            _ => string.Empty,
        }).Where(text => text.Contains("answer-when-closed", StringComparison.Ordinal)).Select(text => text.Replace("answer-when-closed", "answer", StringComparison.Ordinal)),
    ];

    internal T[] Events<T>(double until) => [.. Until(until).Derived.Select(e => e.Entry).OfType<T>()];

    internal string[] Findings(double until) => [.. Events<FindingNoted>(until).Select(finding => $"{finding.Code} {finding.Subject}")];
}
