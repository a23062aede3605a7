using System.Collections.Immutable;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>What the modes of features do, and what they leave alone.</summary>
public sealed class ModeProperties
{
    private static readonly RelationshipEngine Engine = new();

    // The applications tell the others what a fact means, so switching them off is seen everywhere; how far they go is not.
    private static readonly FeatureCode[] Leaves = [FeatureCode.Lifecycle, FeatureCode.Engagement, FeatureCode.Charter];

    private static readonly FeatureCode[] Slices = [FeatureCode.Applications, FeatureCode.Lifecycle, FeatureCode.Engagement];

    [Fact]
    public void What_is_withheld_is_a_function_of_the_instant_and_the_log() =>
        Check(200, one =>
        {
            var replay = Replay(one);
            return replay.Effects.All(effect => effect.Withheld == RulesOracle.Withholding(one.Entries, DecisionText.FeatureOf(effect), effect.IntendedAt, effect.Key.Part == "check-in" ? HiredAt(one, effect) : RulesOracle.Begun(replay, effect)));
        });

    [Fact]
    public void What_is_withheld_is_said_once_for_each_effect_that_somebody_may_step_on() =>
        Check(200, one =>
        {
            var replay = Replay(one);
            var withheld = replay.Effects.Where(e => e.Withheld is not null && e.Intent is not Announce).Select(e => (e.Key, e.Withheld!, e.IntendedAt));
            var said = replay.Derived.Where(e => e.Entry is EffectWithheld).Select(e => (((EffectWithheld)e.Entry).Effect, ((EffectWithheld)e.Entry).Reason, e.OccurredAt));
            return said.ToHashSet().SetEquals(withheld);
        });

    [Fact]
    public void Going_live_releases_nothing_that_was_withheld() =>
        Check(150, one =>
        {
            var last = Instant.Max(Histories.Start, one.Entries.Max(e => e.EffectiveFrom)) + Duration.FromHours(7);
            var live = new Activation { Position = 99, EffectiveFrom = last, Rules = one.Log.At(last), Modes = FeatureModes.AllLive };
            var before = Replay(one).Effects.Where(e => e.IntendedAt < last).ToArray();
            var after = Replay(new FoldCase(one.Entries.Add(live), one.Events)).Effects.Where(e => e.IntendedAt < last).ToArray();
            return before.Select(e => (e.Key, e.Withheld)).SequenceEqual(after.Select(e => (e.Key, e.Withheld)));
        });

    [Fact]
    public void The_mode_of_a_feature_changes_nothing_of_another() =>
        Prop.ForAll(FoldCase.Any, Arb.From(Gen.Elements(Leaves)), Arb.From(Gen.ArrayOf(Gen.Elements(Enum.GetValues<Mode>()), 4)), (one, feature, modes) =>
        {
            var other = WithModes(one, feature, modes);
            return DecisionText.Without(feature, Replay(one)) == DecisionText.Without(feature, Replay(other));
        }).Check(Tries.Of(200));

    [Fact]
    public void How_far_the_applications_go_changes_nothing_of_another() =>
        Prop.ForAll(FoldCase.Any, Arb.From(Gen.ArrayOf(Gen.Elements(Mode.Live, Mode.Observe), 4)), Arb.From(Gen.ArrayOf(Gen.Elements(Mode.Live, Mode.Observe), 4)), (one, some, others) =>
            DecisionText.Without(FeatureCode.Applications, Replay(WithModes(one, FeatureCode.Applications, some)))
                == DecisionText.Without(FeatureCode.Applications, Replay(WithModes(one, FeatureCode.Applications, others))))
            .Check(Tries.Of(100));

    [Fact]
    public void Observing_decides_the_same_as_going_live() =>
        Prop.ForAll(FoldCase.Any, Arb.From(Gen.Elements(FeatureCode.Lifecycle, FeatureCode.Engagement, FeatureCode.Charter, FeatureCode.Applications)), (one, feature) =>
        {
            var live = Replay(WithModes(one, feature, [Mode.Live]));
            var observing = Replay(WithModes(one, feature, [Mode.Observe]));
            return StateText.Of(live.Next with { Tasks = null }) == StateText.Of(observing.Next with { Tasks = null })
                && Told(live).SequenceEqual(Told(observing));
        }).Check(Tries.Of(150));

    [Fact]
    public void While_a_feature_is_off_its_slice_stays_and_it_raises_nothing() =>
        Check(200, one => one.Log.InForce.All(entry => Leaves.Append(FeatureCode.Applications).Where(f => RulesOracle.IsOff(entry, f)).All(feature =>
        {
            var (from, to) = RulesOracle.Stretch(one.Entries, entry);
            var replay = Engine.Replay(Histories.Anna, one.Events.Where(e => e.OccurredAt < to), one.Log, Instant.Min(to, FoldCase.End) - Duration.FromTicks(10));
            var known = one.Events.Where(e => e.OccurredAt < from).ToArray();
            var before = known.Length == 0 ? Relationship.Empty(Histories.Anna) : Engine.Replay(Histories.Anna, known, one.Log, from - Duration.FromTicks(10)).Next;
            var raised = replay.Derived.Where(e => e.OccurredAt >= from && DecisionText.FeatureOf(e.Entry) == feature);

            // The charter's open work ends when it is switched off.
            return feature == FeatureCode.Charter
                ? raised.All(e => e is { Entry: PromiseVoided, Cause.IsAssigned: false } && e.OccurredAt == from) && replay.Next.Charter?.Promises.IsEmpty != false
                : !raised.Any() && DecisionText.SliceWithoutCounters(feature, replay.Next) == DecisionText.SliceWithoutCounters(feature, before);
        })));

    [Fact]
    public void What_is_off_has_no_alarm() =>
        Check(200, one =>
        {
            var asleep = Replay(one.With(entry => entry with { Modes = FeatureModes.Of([.. Leaves.Append(FeatureCode.Applications).Select(f => new FeatureMode { Feature = f, Mode = Mode.Off })]) }));
            var switched = Replay(new FoldCase(
                one.Entries.Add(new Activation { Position = 99, EffectiveFrom = Histories.Start + Duration.FromDays(20), Rules = one.Entries[^1].Rules, Modes = FeatureModes.Of([.. Leaves.Append(FeatureCode.Applications).Select(f => new FeatureMode { Feature = f, Mode = Mode.Off })]) }),
                [.. one.Events.Where(e => e.OccurredAt < Histories.Start + Duration.FromDays(20))]));
            return asleep.Next.Charter is null && IsAwakeForSegmentsOnly(asleep.Next) && IsAwakeForSegmentsOnly(switched.Next)
                && (switched.Next.Segments is not null || switched.Next.Cursor.Micros <= Microseconds.ToMicros(Histories.Start + Duration.FromDays(20)));
        });

    [Fact]
    public void What_was_off_and_is_on_again_stands_where_it_would_stand_had_it_never_been_off() =>
        Check(400, one => Slices.All(feature =>
        {
            // The others hear what the applications make of a past as soon as those are on again.
            var on = Lifted(one, feature);
            on = IsOnAtTheEnd(one, FeatureCode.Applications) ? Lifted(on, FeatureCode.Applications) : on;
            return !IsOnAtTheEnd(one, feature)
                || DecisionText.SliceWithoutCounters(feature, Replay(one).Next) == DecisionText.SliceWithoutCounters(feature, Replay(on).Next);
        }));

    [Fact]
    public void Numbers_of_changes_never_go_back() =>
        Check(200, one =>
        {
            var replay = Replay(one);
            var numbers = replay.Derived.Select(e => e.Entry switch
            {
                PhaseChanged phase => ("phase", phase.Ordinal),
                BandChanged band => (band.Score.Value, band.Ordinal),
                _ => (string.Empty, 0),
            }).Where(n => n.Item2 > 0).GroupBy(n => n.Item1, n => n.Item2);
            return numbers.All(g => g.Zip(g.Skip(1)).All(pair => pair.First < pair.Second));
        });

    [Fact]
    public void The_list_of_tasks_is_what_was_handed_over_and_nobody_closed() =>
        Prop.ForAll(FoldCase.WithRetractions, one =>
        {
            var replay = Replay(one);
            return (replay.Next.Tasks?.Open ?? []).Select(t => t.Key).ToHashSet().SetEquals(RulesOracle.OpenTasks(replay, one.Events));
        }).Check(Tries.Of(200));

    /// <summary>A check-in began with its hire, as that stood when the task was wanted.</summary>
    private static Instant HiredAt(FoldCase one, Effect task) =>
        Engine.Replay(Histories.Anna, one.Events.Where(e => e.OccurredAt <= task.IntendedAt), one.Log, task.IntendedAt)
            .Next.Lifecycle!.Onboardings.Single(hire => hire.Application.Value == task.Key.Subject && hire.Number == task.Key.Ordinal).HiredAt;

    private static FoldCase Lifted(FoldCase one, FeatureCode feature) =>
        one.With(entry => RulesOracle.IsOff(entry, feature) ? RulesOracle.Lifted(entry, feature) : entry);

    private static bool IsOnAtTheEnd(FoldCase one, FeatureCode feature) => IsOn(one.Log.InForceAt(FoldCase.End), feature);

    private static bool IsOn(Activation entry, FeatureCode feature) =>
        !RulesOracle.IsOff(entry, feature) && (feature != FeatureCode.Lifecycle || entry.Rules.Lifecycle is not null);

    private static IEnumerable<string> Told(Decision decision) =>
        decision.Derived.Where(e => e.Entry is not EffectWithheld).Select(e => $"{e.OccurredAt} {e.Cause} {e.Entry}");

    private static FoldCase WithModes(FoldCase one, FeatureCode feature, Mode[] modes) => new(
        one.Entries.Select((e, i) => e with { Modes = e.Modes.With(new FeatureMode { Feature = feature, Mode = modes[i % modes.Length] }) }).ToImmutableArray(), one.Events);

    private static Decision Replay(FoldCase one) => Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);

    private static void Check(int times, Func<FoldCase, bool> holds) => Prop.ForAll(FoldCase.Any, holds).Check(Tries.Of(times));

    // Segments cannot be switched off.
    private static bool IsAwakeForSegmentsOnly(Relationship state) =>
        state.NextChangeAt == state.Segments?.Standings.Min(standing => standing.FlipsAt) && state.WakeAt == state.NextChangeAt;
}
