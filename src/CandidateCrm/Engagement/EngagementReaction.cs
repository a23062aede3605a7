using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Keeps the scores: touchpoints count, and so do other facts that a model names by their wire name or a custom fact's code.</summary>
internal sealed class EngagementReaction : Reaction
{
    internal override string Feature => "engagement";

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        if (pass.Rules.Scores.Length == 0 || entry is not IFact || SignalKinds.Of(entry) is not { IsAssigned: true } kind)
        {
            return;
        }

        if (pass.Notes.IsRepetition)
        {
            pass.CountNothingNew();
            return;
        }

        var quantity = SignalKinds.QuantityOf(entry);
        pass.Count(kind, quantity);
        for (var i = 0; i < pass.Rules.Scores.Length; i++)
        {
            // What no model names leaves no slice behind.
            var plan = pass.Rules.Scores[i].Plan;
            var signal = plan.IndexOf(kind.Value);
            if (signal < 0)
            {
                continue;
            }

            pass.WorkOn(DefinitionKind.Score, pass.Rules.Scores[i].Model.Key.Value);
            var draft = Load(pass, i);
            draft.Add(kind, pass.At, quantity);
            Settle(pass, i, draft, touched: true, moves: plan.Signals[signal].SizeOf(quantity) != 0);
            pass.Rules.Scores[i].TakeBack(draft);
        }
    }

    internal override void Tick(FoldPass pass)
    {
        for (var i = 0; i < pass.Rules.Scores.Length; i++)
        {
            if (pass.Draft.Engagement!.Scores[i].NextChangeAt <= pass.At)
            {
                pass.WorkOn(DefinitionKind.Score, pass.Rules.Scores[i].Model.Key.Value);
                var draft = Load(pass, i);
                Settle(pass, i, draft, touched: false, moves: true);
                pass.Rules.Scores[i].TakeBack(draft);
            }
        }
    }

    internal override Instant? NextChange(Draft draft, RulesInForce rules)
    {
        Instant? next = null;
        foreach (var score in draft.Engagement?.Scores ?? [])
        {
            if (score.NextChangeAt is { } at && (next is null || at < next))
            {
                next = at;
            }
        }

        return next;
    }

    internal override bool IsListenedTo(CompiledRules rules) => rules.Rules.Announced.Contains(BandChangedName);

    internal override bool IsChangedBy(Draft draft, RulesInForce before, RulesInForce after) =>
        TakesOver(before, after)
        || (NextChange(draft, before) is not null && (before.IsOff(Feature) != after.IsOff(Feature) || IsListenedTo(before.Rules) != IsListenedTo(after.Rules)));

    internal override bool AsksForThePast(RulesInForce before, RulesInForce after) =>
        !after.IsOff(Feature) && (IsCountedAnew(before, after) || after.Rules.HasModelsBeyond(before.Rules));

    internal override void Cross(FoldPass pass, RulesInForce before)
    {
        if (TakesOver(before, pass.InForce))
        {
            ScoreSuccession.TakeOver(pass, pass.Past?.Engagement, carries: !IsCountedAnew(before, pass.InForce));
        }

        if (AsksForThePast(before, pass.InForce))
        {
            pass.Recount();
        }
    }

    internal override object? Save(Draft draft) => draft.Engagement;

    internal override void Restore(Draft draft, object? slice) => draft.Engagement = (EngagementSlice?)slice;

    private bool TakesOver(RulesInForce before, RulesInForce after) =>
        !after.IsOff(Feature) && (IsCountedAnew(before, after) || !after.Rules.HasTheModelsOf(before.Rules));

    // Applications that come back tell which facts were repetitions.
    private bool IsCountedAnew(RulesInForce before, RulesInForce after) => before.IsOff(Feature) || after.BringsBack(FeatureCode.Applications, before);

    private static string BandChangedName { get; } = EntryTypes.NameOf(typeof(BandChanged));

    private static ScoreDraft Load(FoldPass pass, int index)
    {
        pass.Draft.Engagement ??= new EngagementSlice
        {
            Scores = [.. pass.Rules.Scores.Select(engine => new TrackedScore { State = engine.Empty })],
        };
        return pass.Rules.Scores[index].Lend(pass.Draft.Engagement.Scores[index].State);
    }

    private static void Settle(FoldPass pass, int index, ScoreDraft draft, bool touched, bool moves)
    {
        var change = draft.SettleInFold(pass.At, touched);
        var before = pass.Draft.Engagement!.Scores[index];

        // What weighs nothing leaves the next change where it lies.
        var isKept = !moves && change is null;
        var after = new TrackedScore
        {
            State = draft.Freeze(),
            NextChangeAt = isKept ? before.NextChangeAt : draft.NextBandChangeOnSecond(pass.At),
            Changes = before.Changes + (change is null ? 0 : 1),
        };
        pass.Draft.Engagement = pass.Draft.Engagement with { Scores = pass.Draft.Engagement.Scores.SetItem(index, after) };
        if (change is not null)
        {
            pass.Raise(new BandChanged
            {
                Score = pass.Rules.Scores[index].Model.Key,
                From = change.From,
                To = change.To,
                Ordinal = after.Changes,
                ByDecay = !touched,
            });
        }
    }
}
