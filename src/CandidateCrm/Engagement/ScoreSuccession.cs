using System.Collections.Immutable;
using CandidateCrm.Relationships;

namespace CandidateCrm.Engagement;

/// <summary>
/// What becomes of scores where scoring models change: one whose model stays goes on, a new one is as if its model had been there from the
/// first fact on, and a retired one leaves only the number of its changes, so that no announcement ever bears a name twice.
/// </summary>
internal static class ScoreSuccession
{
    internal static void TakeOver(FoldPass pass, EngagementSlice? made, bool carries)
    {
        var shown = pass.Draft.Engagement;
        if (shown is null && made is null)
        {
            return;
        }

        var scores = ImmutableArray.CreateBuilder<TrackedScore>(pass.Rules.Scores.Length);
        for (var i = 0; i < pass.Rules.Scores.Length; i++)
        {
            var engine = pass.Rules.Scores[i];
            var old = shown?.Find(engine.Model.Key);
            var stays = carries && old?.State.ModelVersion == engine.Model.Version;
            scores.Add(stays ? old! : Succeed(pass, engine, made?.Scores[i], shown));
        }

        var retired = Retired(shown, pass.Rules);
        pass.Draft.Engagement = scores.Count == 0 && retired.IsEmpty ? null : new EngagementSlice { Scores = scores.MoveToImmutable(), Retired = retired };
    }

    private static TrackedScore Succeed(FoldPass pass, ScoreEngine engine, TrackedScore? made, EngagementSlice? shown)
    {
        var next = made ?? new TrackedScore { State = engine.Empty };
        var from = shown?.Find(engine.Model.Key)?.State.Band;
        var changes = Math.Max(next.Changes, shown?.ChangesOf(engine.Model.Key) ?? 0);
        if (next.State.Band is not { } to || to == from || (from is null && next.Changes == 0))
        {
            return next with { Changes = changes };
        }

        pass.Raise(new BandChanged { Score = engine.Model.Key, From = from ?? default, To = to, Ordinal = changes + 1, ByDecay = false, ByRules = true });
        return next with { Changes = changes + 1 };
    }

    private static ImmutableArray<ScoreCounter> Retired(EngagementSlice? shown, CompiledRules rules) =>
        shown is null
            ? []
            :
            [
                .. shown.Retired
                    .Concat(shown.Scores.Where(s => s.Changes > 0).Select(s => new ScoreCounter { Score = s.State.Model, Changes = s.Changes }))
                    .Where(counter => rules.Scores.All(engine => engine.Model.Key != counter.Score)),
            ];
}
