using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// A score followed as the fold of a relationship follows it: each touchpoint settles the band when it comes, and what decay does falls on whole seconds. Touchpoints
/// come in the order of their line; questions and touchpoints do not go back in time.
/// </summary>
internal sealed class FoldWalk(ScorePlan plan)
{
    private readonly ScoreDraft _draft = new(plan);
    private Instant? _alarm;

    /// <summary>Gets or sets who hears from when on another band holds, and which one held until then.</summary>
    internal Action<Instant, int>? Moved { get; init; }

    /// <summary>Gets the index of the band, 0 where the model has none.</summary>
    internal int Band => _draft.Band;

    /// <summary>Takes the next touchpoint; one of a kind that the model does not name changes nothing.</summary>
    internal void Take(Touch touch)
    {
        // An alarm at the very instant of a touchpoint rings after it.
        WalkUntil(touch.OccurredAt - Duration.Epsilon);
        if (_draft.Add(touch.Kind, touch.OccurredAt, touch.Quantity))
        {
            Settle(touch.OccurredAt, touched: true);
        }
    }

    /// <summary>Lets time pass up to and with an instant.</summary>
    internal void WalkUntil(Instant at)
    {
        while (_alarm is { } alarm && alarm <= at)
        {
            Settle(alarm, touched: false);
        }
    }

    /// <summary>Returns the score at an instant to which time has passed.</summary>
    internal decimal Score(Instant at) => _draft.Score(at);

    private void Settle(Instant at, bool touched)
    {
        var before = _draft.Band;
        if (_draft.SettleInFold(at, touched) is not null)
        {
            Moved?.Invoke(at, before);
        }

        _alarm = _draft.NextBandChangeOnSecond(at);
    }
}
