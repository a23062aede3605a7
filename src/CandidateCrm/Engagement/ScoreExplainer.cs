using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Takes a score apart, in the units in which it is added up, so that the parts give it back exactly.</summary>
internal static class ScoreExplainer
{
    internal static ScoreExplanation Explain(ScoreDraft draft, Instant at, decimal fadedBelow)
    {
        ScoreBounds.Checked(fadedBelow, ScoreBounds.Threshold(fadedBelow), nameof(fadedBelow));
        var plan = draft.Plan;
        var now = draft.Asked(at);
        var values = new Int128[plan.Signals.Length];
        draft.Fill(plan.Rounded, now, values);
        var lines = ImmutableArray.CreateBuilder<ScoreLine>();
        for (var index = 0; index < values.Length; index++)
        {
            if (draft.Signals[index].Count > 0)
            {
                lines.Add(Line(draft, index, now, values[index], fadedBelow));
            }
        }

        var (adjustments, total) = Adjust(plan, values);
        return new ScoreExplanation
        {
            Model = plan.Model.Key,
            ModelVersion = plan.Model.Version,
            At = at,
            Score = FixedPoint.FromNanos(total),
            Band = plan.Model.Bands.IsEmpty ? null : plan.Model.Bands[draft.Band].Key,
            Lines = lines.ToImmutable(),
            Adjustments = adjustments,
            FadedBelow = fadedBelow,
            Tenure = TenureOf(draft),
        };
    }

    private static ScoreLine Line(ScoreDraft draft, int signal, Int128 now, Int128 value, decimal fadedBelow)
    {
        var plan = draft.Plan.Signals[signal];
        var state = draft.Signals[signal];
        return new ScoreLine
        {
            Kind = plan.Kind,
            Count = state.Count,
            Raw = FixedPoint.ToDecimal(plan.Signed(draft.RawAt(signal, now))),
            Value = FixedPoint.FromNanos(value),
            NewestAt = ElapsedTime.InstantOf(state.Newest),
            FallsBelowAt = BandSearch.OfSignal(draft, signal, now, Crossing.Under(fadedBelow)) is { } at ? ElapsedTime.InstantOf(at) : null,
        };
    }

    private static (ImmutableArray<ScoreAdjustment> Adjustments, Int128 Total) Adjust(ScorePlan plan, Int128[] values)
    {
        var scale = plan.Rounded;
        var adjustments = ImmutableArray.CreateBuilder<ScoreAdjustment>();
        Int128 total = 0;
        foreach (var value in values)
        {
            total += value;
        }

        for (var group = 0; group < scale.GroupCaps.Length; group++)
        {
            Int128 sum = 0;
            for (var index = 0; index < values.Length; index++)
            {
                sum += plan.Signals[index].Group == group ? values[index] : 0;
            }

            Apply(ScoreAdjustmentKind.GroupCap, plan.GroupsInOrder[group].Key, Int128.Clamp(sum, -scale.GroupCaps[group], scale.GroupCaps[group]) - sum);
        }

        Apply(ScoreAdjustmentKind.Ceiling, null, Int128.Min(total, scale.Ceiling ?? total) - total);
        Apply(ScoreAdjustmentKind.Floor, null, Int128.Max(total, scale.Floor ?? total) - total);
        return (adjustments.ToImmutable(), total);

        void Apply(ScoreAdjustmentKind kind, SignalGroupKey? group, Int128 difference)
        {
            if (difference != 0)
            {
                total += difference;
                adjustments.Add(new ScoreAdjustment { Kind = kind, Group = group, Amount = FixedPoint.FromNanos(difference) });
            }
        }
    }

    private static Tenure TenureOf(ScoreDraft draft)
    {
        Int128 lifetime = 0;
        Int128? first = null;
        long count = 0;
        var isBound = false;
        for (var index = 0; index < draft.Signals.Length; index++)
        {
            var signal = draft.Signals[index];
            if (signal.Count > 0)
            {
                lifetime += draft.Plan.Signals[index].Signed(signal.Lifetime);
                count += signal.Count;
                isBound |= signal.EdgesAreBounds;
                first = first is { } earlier && earlier <= signal.First ? earlier : signal.First;
            }
        }

        return new Tenure
        {
            LifetimeRaw = FixedPoint.ToDecimal(lifetime),
            Count = count,
            FirstContactAt = first is { } at ? ElapsedTime.InstantOf(at) : null,
            FirstContactIsBound = isBound,
        };
    }
}
