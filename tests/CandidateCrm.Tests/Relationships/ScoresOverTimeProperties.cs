using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

/// <summary>Scores across changes of their models: beside the stand-alone engine over all facts.</summary>
public sealed class ScoresOverTimeProperties
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void A_score_is_the_score_of_its_present_model_over_all_facts() =>
        Check(200, (one, replay) => (replay.Engagement?.Scores ?? []).All(tracked =>
        {
            var model = Models(one).First(m => m.Key == tracked.State.Model && m.Version == tracked.State.ModelVersion);
            var scorer = new ScoreEngine(model);
            return scorer.Score(tracked.State, FoldCase.End) == scorer.Score(Engine.TouchesOfScores(Histories.Anna, one.Events, one.Log, FoldCase.End).Touches.All, FoldCase.End);
        }));

    [Fact]
    public void The_scores_that_are_kept_are_those_of_the_models_in_force() =>
        Check(200, (one, replay) =>
        {
            var entry = one.Log.InForceAt(FoldCase.End);
            return RulesOracle.IsOff(entry, FeatureCode.Engagement) || replay.Engagement is not { } slice
                || (slice.Scores.Select(s => (s.State.Model, s.State.ModelVersion)).SequenceEqual(entry.Rules.Scores.Select(m => (m.Key, m.Version)))
                    && slice.Retired.All(r => entry.Rules.Scores.All(m => m.Key != r.Score)));
        });

    [Fact]
    public void What_was_said_of_bands_ends_at_the_band_that_is_kept() =>
        Prop.ForAll(FoldCase.Any, one =>
        {
            var replay = Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);
            return (replay.Next.Engagement?.Scores ?? []).Where(s => s.State.Band is not null).All(tracked =>
                replay.Derived.Select(e => e.Entry).OfType<BandChanged>().LastOrDefault(b => b.Score == tracked.State.Model) is not { } last || IsLater(one, tracked) || last.To == tracked.State.Band);
        }).Check(Tries.Of(200));

    // A model whose band never moved says nothing of it, also where another version, or a time before it was retired, said something.
    private static bool IsLater(FoldCase one, TrackedScore tracked) =>
        Models(one).Any(m => m.Key == tracked.State.Model && m.Version != tracked.State.ModelVersion) || one.Entries.Any(e => e.Rules.Scores.All(m => m.Key != tracked.State.Model));

    private static IEnumerable<ScoringModel> Models(FoldCase one) => one.Entries.SelectMany(e => e.Rules.Scores);

    private static void Check(int times, Func<FoldCase, Relationship, bool> holds) =>
        Prop.ForAll(FoldCase.WithRetractions, one => holds(one, Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End).Next))
            .Check(Tries.Of(times));
}
