using System.Text;
using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>A fold that goes on from its stored document after every event, beside one that never left memory: rules change and facts are taken back on the way.</summary>
public sealed class StoredFoldProperties
{
    private static readonly Config Many = Tries.Of(400);
    private static readonly RelationshipEngine Engine = new();
    private static readonly Instant End = Histories.Start + Duration.FromDays(80);
    private static readonly BatchId[] Batches = [BatchId.From("import-1"), BatchId.From("import-2")];

    private static readonly string[] Kinds = ["taken back", "a task", "a later entry", "a retired score", "withheld", "a closed task"];

    /// <summary>Scores go, and come back in another version; the charter observes for a while; the pipeline gets a stage.</summary>
    private static readonly ActivationLog Log = ActivationLog.Of(
    [
        new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = TestRules.Everything },
        new Activation
        {
            Position = 2,
            EffectiveFrom = Histories.Start + Duration.FromDays(12),
            Rules = TestRules.Everything,
            Modes = FeatureModes.AllLive.With(new FeatureMode { Feature = FeatureCode.Charter, Mode = Mode.Observe }),
        },
        new Activation { Position = 3, EffectiveFrom = Histories.Start + Duration.FromDays(20), Rules = TestRules.Everything with { Scores = [] } },
        new Activation
        {
            Position = 5,
            EffectiveFrom = Histories.Start + Duration.FromDays(30) + Duration.FromHours(9),
            Rules = TestRules.Everything with { Scores = [TestRules.Everything.Scores[0] with { Version = 2 }] },
        },
        new Activation { Position = 6, EffectiveFrom = Histories.Start + Duration.FromDays(40), Rules = TestRules.Everything with { Scores = [], Expectations = [] } },
    ]);

    [Fact]
    public void Under_changing_rules_and_with_retractions_a_fold_goes_on_after_a_document_as_if_it_had_never_been_one()
    {
        var met = new HashSet<string>();
        Prop.ForAll(Histories.Any, Dice.Seeds, (events, seed) => GoesOn(WithRetractions(events, new Dice(seed)), met)).Check(Many);

        Assert.Empty(Kinds.Except(met));
    }

    [Theory]
    [InlineData("retractions")]
    [InlineData("counters")]
    [InlineData("retired")]
    [InlineData("told")]
    [InlineData("alarm")]
    [InlineData("rules")]
    public void A_document_that_forgets_something_is_seen(string what)
    {
        Func<Relationship, Relationship> forgetful = what switch
        {
            "retractions" => state => state with { Retractions = null },
            "counters" => state => state.Charter is { } charter ? state with { Charter = charter with { Counters = [] } } : state,
            "retired" => state => state.Engagement is { } engagement ? state with { Engagement = engagement with { Retired = [] } } : state,
            "told" => state => state with { Told = 0, ToldAtCheckpoint = 0 },
            "alarm" => state => state with { NextChangeAt = state.NextChangeAt + Duration.FromTicks(10) },
            _ => state => state with { RulesPosition = 1 },
        };

        Assert.Contains(
            Histories.Any.Generator.Sample(300, new Rnd(17), 50).Index(),
            one => !GoesOn(WithRetractions(one.Item, new Dice(one.Index)), [], forgetful));
    }

    private static bool GoesOn(TimelineEvent[] events, HashSet<string> met, Func<Relationship, Relationship>? altered = null)
    {
        var line = events.OrderBy(e => e.Place).ToArray();
        var (kept, stored) = (Relationship.Empty(Histories.Anna), Relationship.Empty(Histories.Anna));
        for (var i = 0; i < line.Length; i++)
        {
            var past = line[..(i + 1)];
            var (one, other) = (Next(kept, past), Next(stored, past));
            Meet(met, one);
            if (!one.SameAs(other) || !one.Effects.All(e => EffectJson.Read(EffectJson.Write(e)) == e))
            {
                return false;
            }

            (kept, stored) = (one.Next, RelationshipJson.Read(Encoding.UTF8.GetBytes(RelationshipJson.Write(altered?.Invoke(other.Next) ?? other.Next))));
            if (altered is null && !kept.SameAs(stored))
            {
                return false;
            }
        }

        var (last, also) = (Until(kept, line), Until(stored, line));
        Meet(met, last);
        return last.SameAs(also);
    }

    private static Decision Next(Relationship state, TimelineEvent[] past) =>
        Engine.Apply(state, past[^1], Log) is { Status: DecisionStatus.Applied } applied ? applied : Engine.Replay(Histories.Anna, past, Log);

    private static Decision Until(Relationship state, TimelineEvent[] line) =>
        Engine.Advance(state, End, Log) is { Status: DecisionStatus.Applied } applied ? applied : Engine.Replay(Histories.Anna, line, Log, End);

    private static TimelineEvent[] WithRetractions(TimelineEvent[] events, Dice dice) =>
    [
        .. events.Select(e => dice.Below(6) == 0 ? e with { Entry = Retraction(dice) } : dice.Below(3) == 0 ? e with { Batch = Batches[dice.Below(2)] } : e),
    ];

    private static FactsRetracted Retraction(Dice dice) => dice.Below(4) == 0
        ? new FactsRetracted { Batch = Batches[dice.Below(2)], Reason = ReasonCode.From("wrong-import") }
        : new FactsRetracted { Events = [EventId.From($"e{dice.Below(24)}"), EventId.From($"e{dice.Below(24)}")], Reason = ReasonCode.From("wrong-person") };

    private static void Meet(HashSet<string> met, Decision decision)
    {
        Note(decision.Next.Retractions is { Events.IsEmpty: false }, "taken back");
        Note(decision.Next.Tasks is { Open.IsEmpty: false }, "a task");
        Note(decision.Next.RulesPosition > 2, "a later entry");
        Note(decision.Next.Engagement is { Retired.IsEmpty: false }, "a retired score");
        Note(decision.Effects.Any(e => e.Withheld is not null), "withheld");
        Note(decision.Effects.Any(e => e.Intent is CloseTask), "a closed task");

        void Note(bool isSo, string what)
        {
            if (isSo)
            {
                met.Add(what);
            }
        }
    }
}
