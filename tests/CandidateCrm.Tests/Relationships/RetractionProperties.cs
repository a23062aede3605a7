using CandidateCrm.Fixtures;
using CandidateCrm.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

public sealed class RetractionProperties
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void A_history_with_retractions_is_the_history_without_what_they_take_back() =>
        Check(300, one => Text(Replay(one)) == Text(Replay(one.With(RulesOracle.Told(one.Events)))));

    [Fact]
    public void What_was_folded_live_counts_every_fact_and_remembers_what_is_still_to_come() =>
        Check(100, one =>
        {
            var next = Replay(one).Next;
            var named = one.Events.Select(e => e.Entry).OfType<FactsRetracted>().ToArray();
            var unknown = named.SelectMany(r => r.Events).Where(id => one.Events.All(e => e.Id != id)).ToHashSet();
            return next.Told == one.Events.Length
                && (next.Retractions?.Events ?? []).ToHashSet().SetEquals(unknown)
                && (next.Retractions?.Batches ?? []).ToHashSet().SetEquals(named.Where(r => r.Batch.IsAssigned).Select(r => r.Batch));
        });

    /// <summary>Everything but where the fold stands: a fact that was taken back moves the cursor.</summary>
    private static string Text(Decision decision) => StateText.Of(decision with
    {
        Next = decision.Next with { Cursor = TimelinePlace.Start, Told = 0, ToldAtCheckpoint = 0, Retractions = null, RulesPosition = 0 },
    });

    private static Decision Replay(FoldCase one) => Engine.Replay(Histories.Anna, one.Events, one.Log, FoldCase.End);

    private static void Check(int times, Func<FoldCase, bool> holds) =>
        Prop.ForAll(FoldCase.WithRetractions, holds).Check(Tries.Of(times));
}
