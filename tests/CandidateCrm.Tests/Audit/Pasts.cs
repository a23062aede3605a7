using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Audit;

/// <summary>Random pasts of one candidate: facts of people and machines, retractions and acts among them, under random logs of rules and modes.</summary>
internal static class Pasts
{
    internal static Instant End { get; } = Histories.Start + Duration.FromDays(70);

    internal static Arbitrary<(TimelineEvent[] Events, ActivationLog Log)> Any { get; } = Arb.From(
        from events in Histories.Any.Generator
        from actors in Gen.ArrayOf(Gen.Elements(Actor.Host, Actor.Candidate, Actor.Provider, Actor.Of(PersonId.From("recruiter-anna"))), events.Length)
        from batches in Gen.ArrayOf(Gen.Elements("", "", "batch-1", "batch-2"), events.Length)
        from more in Gen.ArrayOf(Gen.Choose(0, 7), 3)
        from log in Log
        select ((TimelineEvent[])[.. events.Select((e, i) => e with { Actor = actors[i], Batch = batches[i].Length == 0 ? default : BatchId.From(batches[i]) }), .. more.SelectMany((what, i) => More(what, i, events))], log));

    private static Gen<ActivationLog> Log =>
        from count in Gen.Choose(1, 4)
        from rules in Gen.ArrayOf(Gen.Elements(Variations), count)
        from modes in Gen.ArrayOf(Gen.Elements(Modes), count)
        from suspended in Gen.ArrayOf(Gen.Elements<DefinitionName[]>([], [], [new DefinitionName(DefinitionKind.Expectation, "answer-message")]), count)
        from days in Gen.ArrayOf(Gen.Choose(0, 55), count)
        select ActivationLog.Of(rules.Select((each, i) => new Activation
        {
            Position = i + 1,
            EffectiveFrom = Histories.Start + Duration.FromDays(days[i]) + Duration.FromHours(9),
            Rules = each,
            Modes = modes[i],
            Suspended = [.. suspended[i]],
        }));

    private static CrmRules[] Variations { get; } =
    [
        TestRules.Everything,
        TestRules.Everything,
        TestRules.Quiet,
        TestRules.Everything with { Scores = [] },
        TestRules.Everything with { Expectations = [(OnceExpectation)TestRules.Everything.Expectations[0] with { Version = 2, Limit = Limit.BusinessDays(1), TaskWhenBroken = false }] },
        TestRules.Everything with { Scores = [ScoringModel.Named("engagement").Version(2).Signal(TouchKinds.EmailReplied, 5, Duration.FromDays(4)).Band("low").Band("high", enter: 5, exit: 2).Build()] },
    ];

    private static FeatureModes[] Modes { get; } =
    [
        FeatureModes.AllLive,
        FeatureModes.AllLive,
        FeatureModes.AllObserve,
        FeatureModes.AllLive.With(new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Off }),
        FeatureModes.AllLive.With(new FeatureMode { Mode = Mode.Live, EffectsFrom = Histories.Start + Duration.FromDays(10) }),
    ];

    private static IEnumerable<TimelineEvent> More(int what, int number, TimelineEvent[] events)
    {
        var at = Histories.Start + Duration.FromDays(3 + (number * 15));
        ITimelineEntry? entry = what switch
        {
            0 => new FactsRetracted { Events = [events[number % events.Length].Id, EventId.From("never-told")], Reason = ReasonOf("mistake") },
            1 => new FactsRetracted { Batch = BatchId.From("batch-1"), Reason = ReasonOf("wrong-file") },
            2 => new TaskClosed { Task = new EffectKey("decide-application", "app-1", 1, "task") },
            3 => new EffectDone { Effect = new EffectKey("acknowledge-application", "app-1", 1, "task") },
            4 => new EffectSkipped { Effect = new EffectKey("lifecycle", "*", 1, "announce.phase_changed"), Reason = "effect.too_late" },
            5 => new CustomFact { Code = FactCode.From("badge.printed"), Attributes = [new FactField(FactCode.From("name"), AttributeValue.Text("Anna Example"))] },
            _ => null,
        };
        return entry is null ? [] : [new TimelineEvent { Relationship = Histories.Anna, Id = EventId.From($"more-{number}"), OccurredAt = at, RecordedAt = at, Entry = entry }];
    }

    private static CandidateCrm.Applications.ReasonCode ReasonOf(string code) => CandidateCrm.Applications.ReasonCode.From(code);
}
