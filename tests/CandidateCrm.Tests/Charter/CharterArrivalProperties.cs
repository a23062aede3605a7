using System.Text;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Charter;

/// <summary>Promises of every kind, rebases and told dates in whatever order their facts arrive, and however often time is let pass meanwhile.</summary>
public sealed class CharterArrivalProperties
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly Instant End = CharterHistory.At(CharterHistory.Quarters);

    private static readonly ActivationLog Log = ActivationLog.Of(
    [
        new Activation { Position = 1, EffectiveFrom = CharterHistory.Start - Duration.FromDays(1), Rules = CharterRules.All },
        new Activation { Position = 2, EffectiveFrom = CharterHistory.At(96 * 4), Rules = CharterRules.All with { Expectations = [.. CharterRules.All.Expectations.Select(Longer)] } },
    ]);

    private static readonly Arbitrary<(TimelineEvent[] Events, int Seed)> Cases = Arb.From(
        from history in CharterHistory.Any.Generator
        from more in Gen.ArrayOf(Told, 6)
        from seed in Gen.Choose(0, 1_000_000)
        select (history.Events.Concat(more.Select((one, i) => Histories.Event($"m{i}", one.At, one.Fact, 1_000 + i))).ToArray(), seed));

    private static Gen<(Instant At, IFact Fact)> Told =>
        from rule in Gen.Elements(CharterRules.All.Expectations.OfType<TimedExpectation>().ToArray())
        from app in Gen.Elements("app-0", "app-1", "*")
        from ordinal in Gen.Choose(1, 3)
        from quarter in Gen.Choose(36, CharterHistory.Quarters - 96)
        from ahead in Gen.OneOf(Gen.Choose(0, 400), Gen.Choose(0, 40))
        from version in Gen.Elements(null, "TZDB: 2020a")
        from fact in Gen.Elements<IFact>(
            new RebaseOrdered { Expectation = rule.Key },
            new DueTold { Promise = new PromiseKey(rule.Key, app, ordinal), DueAt = CharterHistory.At(quarter + ahead), ZoneDataVersion = version })
        select (CharterHistory.At(quarter), fact);

    [Fact]
    public void In_whatever_order_facts_arrive_the_record_is_what_a_replay_makes() =>
        Prop.ForAll(Cases, one => ArriveAsync(one.Events, new Random(one.Seed)).GetAwaiter().GetResult()).Check(Tries.Of(60));

    [Fact]
    public void Going_on_from_any_stored_state_ends_as_a_replay_from_nothing() =>
        Prop.ForAll(Cases, one =>
        {
            var random = new Random(one.Seed);
            var state = Relationship.Empty(Histories.Anna);
            var derived = new List<TimelineEvent>();
            foreach (var next in one.Events.OrderBy(e => e.Place))
            {
                if (random.Next(3) == 0 && state.Cursor != TimelinePlace.Start && next.OccurredAt > state.Cursor.At)
                {
                    var between = Engine.Advance(state, state.Cursor.At + ((next.OccurredAt - state.Cursor.At) * random.NextDouble() * 0.99), Log);
                    derived.AddRange(between.Derived);
                    state = between.Next;
                }

                var decision = Engine.Apply(state, next, Log);
                derived.AddRange(decision.Derived);
                state = RelationshipJson.Read(Encoding.UTF8.GetBytes(RelationshipJson.Write(decision.Next)));
            }

            var settled = Engine.Advance(state, End, Log);
            var replay = Engine.Replay(Histories.Anna, one.Events, Log, End);
            Assert.Equal(replay.Derived.OrderBy(e => e.Place).Select(ReplayCheck.Line), derived.Concat(settled.Derived).OrderBy(e => e.Place).Select(ReplayCheck.Line));
            Assert.Equal(StateText.Of(replay.Next), StateText.Of(settled.Next));
        }).Check(Tries.Of(150));

    [Fact]
    public void The_cases_meet_rebases_and_dates_that_move()
    {
        var met = Tries.Sample(Cases.Generator, 1_000, 50).SelectMany(one => Engine.Replay(Histories.Anna, one.Item1, Log, End).Derived).Select(e => e.Entry).ToArray();

        Assert.Contains(met, entry => entry is PromiseRebased { OldVersion: 1, Version: 2 });
        Assert.Contains(met, entry => entry is PromiseDueMoved);
        Assert.Contains(met, entry => entry is FindingNoted { Code: FindingCodes.ZoneDataDiffers });
        Assert.Contains(met, entry => entry is FindingNoted { Code: FindingCodes.RebaseImpossible });
        Assert.Contains(met, entry => entry is FindingNoted { Code: FindingCodes.PromiseUnknown });
    }

    private static async Task ArriveAsync(TimelineEvent[] events, Random random)
    {
        await using var crm = new CrmUnderTest(rules: rules => rules.Take(CharterRules.All));
        crm.Clock.Now = End;
        var told = events.Where(e => e.OccurredAt < End).ToArray();
        random.Shuffle(told);
        foreach (var one in told)
        {
            await crm.Acme.RecordAsync(CrmUnderTest.Told(one));
            if (random.Next(4) == 0)
            {
                await crm.Runner.RunDueWorkAsync();
            }
        }

        await ReplayCheck.EqualsReplayAsync(crm, Histories.Anna.Candidate, ActivationLog.Always(CharterRules.All));
    }

    private static Expectation Longer(Expectation rule) => rule switch
    {
        OnceExpectation once => once with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(20)) },
        AnswerExpectation answer => answer with { Version = 2, Limit = Limit.BusinessDays(3) },
        CadenceExpectation cadence => cadence with { Version = 2, Every = Limit.WorkingTime(Duration.FromHours(4)) },
        CompletionExpectation completion => completion with { Version = 2, Limit = Limit.WorkingTime(Duration.FromHours(30)) },
        _ => rule,
    };
}
