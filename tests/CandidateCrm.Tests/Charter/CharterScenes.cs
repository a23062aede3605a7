using CandidateCrm.Applications;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using NodaTime.Text;

namespace CandidateCrm.Tests.Charter;

/// <summary>What happens around one application, and what follows: the words that stories about promises are told with.</summary>
internal static class CharterScenes
{
    internal static readonly RelationshipEngine Engine = new();
    internal static readonly JobApplicationId App = JobApplicationId.From("app-1");
    internal static readonly ApplicationSubmitted Submitted = new() { Application = App, Requisition = RequisitionId.From("req-1") };
    internal static readonly TouchpointRecorded Out = new() { Kind = TouchKinds.EmailDelivered, Direction = Direction.Outbound, Application = App };

    internal static Instant At(string text) => InstantPattern.ExtendedIso.Parse(text).GetValueOrThrow();

    internal static IEnumerable<T> Events<T>(Decision decision) => decision.Derived.Select(e => e.Entry).OfType<T>();

    internal static ActivationLog Log(Expectation rule) => ActivationLog.Always(CharterRules.Of(rule));

    internal static TimelineEvent[] Told(params (string Id, string At, IFact Fact)[] told) => [.. told.Select(one => Histories.Event(one.Id, At(one.At), one.Fact))];

    internal static Decision Replay(ActivationLog log, string until, params (string Id, string At, IFact Fact)[] told) => Engine.Replay(Histories.Anna, Told(told), log, At(until));

    internal static Decision Replay(Expectation rule, string until, params (string Id, string At, IFact Fact)[] told) => Replay(Log(rule), until, told);
}
