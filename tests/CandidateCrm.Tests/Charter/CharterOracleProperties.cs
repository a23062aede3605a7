using System.Globalization;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Charter;

/// <summary>The engine against an oracle that counts quarters of an hour, and the laws of the fold for every kind of promise.</summary>
public sealed class CharterOracleProperties
{
    private static readonly RelationshipEngine Engine = new();
    private static readonly ActivationLog Log = ActivationLog.Always(CharterRules.All);
    private static readonly Instant End = CharterHistory.At(CharterHistory.Quarters);

    [Fact]
    public void Every_promise_comes_to_what_counting_quarters_by_hand_says() =>
        Check(400, history =>
        {
            var expected = CharterOracle.Of(history);
            var actual = Said(Engine.Replay(Histories.Anna, history.Events, Log, End));
            Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
        });

    [Fact]
    public void Every_kind_of_verdict_and_level_is_met_by_the_histories()
    {
        var met = CharterHistory.Any.Generator.Sample(150, new Rnd(17), 50).SelectMany(CharterOracle.Of).ToArray();

        Assert.All(CharterRules.All.Expectations, rule => Assert.Contains(met, line => line.StartsWith($"{rule.Key} ", StringComparison.Ordinal)));
        Assert.All(["kept", "void", "late", "ended", "paused since", "open due", "half@", "hour@", "lead1@", "lead2@"], word => Assert.Contains(met, line => line.Contains(word, StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_cycle_of_each_subject_has_exactly_one_verdict() =>
        Check(200, history =>
        {
            var replay = Engine.Replay(Histories.Anna, history.Events, Log, End);
            var entries = replay.Derived.Select(e => e.Entry).ToArray();
            var opened = entries.OfType<PromiseOpened>().Select(e => e.Promise).ToArray();
            Assert.Equal(opened.Length, opened.Distinct().Count());
            Assert.All(opened, promise =>
            {
                var verdicts = entries.Count(e => e is PromiseKept k && k.Promise == promise) + entries.Count(e => e is PromiseBroken b && b.Promise == promise) + entries.Count(e => e is PromiseVoided { WasBroken: false } v && v.Promise == promise);
                var isOpen = replay.Next.Charter!.Promises.Any(p => p.Key == promise && p.State is PromiseState.Open or PromiseState.Paused && p.Key == promise);
                Assert.Equal(1, verdicts + (isOpen ? 1 : 0));
            });
        });

    [Fact]
    public void Evaluating_at_any_instants_comes_to_the_same_end() =>
        Prop.ForAll(CharterHistory.Any, Arb.From(Gen.ArrayOf(Gen.Choose(0, 14 * CharterHistory.Quarters), 12)), (history, minutes) =>
        {
            var looks = minutes.Select(minute => CharterHistory.Start + Duration.FromMinutes(minute)).Order().ToArray();
            var state = Relationship.Empty(Histories.Anna);
            var derived = new List<TimelineEvent>();
            foreach (var next in history.Events)
            {
                foreach (var look in looks.Where(look => look > (state.Cursor == TimelinePlace.Start ? Instant.MinValue : state.Cursor.At) && look < next.OccurredAt))
                {
                    Take(Engine.Advance(state, look, Log));
                }

                Take(Engine.Apply(Again(state), next, Log));
            }

            Take(Engine.Advance(state, End, Log));
            var replay = Engine.Replay(Histories.Anna, history.Events, Log, End);
            Assert.Equal(RelationshipJson.Write(replay.Next), RelationshipJson.Write(state));
            Assert.Equal(replay.Derived, derived);

            void Take(Decision decision)
            {
                derived.AddRange(decision.Derived);
                state = decision.Next;
            }
        }).Check(Tries.Of(150));

    [Fact]
    public void An_effect_is_wanted_once_and_a_task_is_closed_when_its_promise_ends() =>
        Check(150, history =>
        {
            var replay = Engine.Replay(Histories.Anna, history.Events, Log, End);
            Assert.Equal(replay.Effects.Length, replay.Effects.Select(e => e.Key).Distinct().Count());
            Assert.All(replay.Next.Tasks?.Open ?? [], task =>
            {
                // Only a breach leaves something to look at after the promise is over.
                var isThere = replay.Next.Charter!.Promises.Any(p => p.Key.Expectation.Value == task.Key.Rule && p.Key.Subject == task.Key.Subject && p.Key.Ordinal == task.Key.Ordinal);
                var isBreach = replay.Derived.Any(e => e.Entry is PromiseBroken { ByBreach: true } broken && PromiseTasks.Broken(broken.Promise) == task.Key);
                Assert.True(isThere || isBreach);
            });
        });

    // The state is stored and read between any two events.
    private static Relationship Again(Relationship state) => RelationshipJson.Read(System.Text.Encoding.UTF8.GetBytes(RelationshipJson.Write(state)));

    private static string[] Said(Decision replay)
    {
        var said = new Dictionary<PromiseKey, (string Head, string? Verdict, string Levels)>();
        var order = new List<PromiseKey>();
        foreach (var one in replay.Derived)
        {
            var at = CharterHistory.QuarterOf(one.OccurredAt);
            switch (one.Entry)
            {
                case PromiseOpened opened:
                    order.Add(opened.Promise);
                    said[opened.Promise] = ($"{opened.Promise.Expectation} {opened.Promise.Subject} from {at.ToString(CultureInfo.InvariantCulture)}: ", null, string.Empty);
                    break;
                case PromiseKept kept:
                    Verdict(kept.Promise, $"kept {at}");
                    break;
                case PromiseBroken broken:
                    Verdict(broken.Promise, $"broken {CharterHistory.QuarterOf(broken.DueAt)}");
                    break;
                case PromiseFulfilledLate late:
                    Verdict(late.Promise, $"{said[late.Promise].Verdict} late {at}");
                    break;
                case PromiseVoided ended:
                    Verdict(ended.Promise, ended.WasBroken ? $"{said[ended.Promise].Verdict} ended" : $"void {at}");
                    break;
                case PromiseWarned warned:
                    Level(warned.Promise, $" {warned.Level}@{at}");
                    break;
                case PromiseEscalated escalated:
                    Level(escalated.Promise, $" {escalated.Level}{escalated.Step}@{at}");
                    break;
                default:
                    break;
            }
        }

        return [.. order.Select(key => $"{said[key].Head}{said[key].Verdict ?? Running(replay.Next.Charter!.Promises.Single(p => p.Key == key))}{said[key].Levels}")];

        void Verdict(PromiseKey key, string verdict) => said[key] = said[key] with { Verdict = verdict };

        void Level(PromiseKey key, string level) => said[key] = said[key] with { Levels = said[key].Levels + level };
    }

    private static string Running(Promise promise) => promise.PausedSince is { } since
        ? $"paused since {CharterHistory.QuarterOf(since)}"
        : $"open due {(promise.DueAt is { } due ? CharterHistory.QuarterOf(due).ToString(CultureInfo.InvariantCulture) : string.Empty)}";

    private static void Check(int times, Action<CharterHistory> holds) => Prop.ForAll(CharterHistory.Any, holds).Check(Tries.Of(times));
}
