using System.Collections.Immutable;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// Scores touchpoints by one model: pure, safe for every thread, prepared once per model. From a list of touchpoints or from a state, the answers are the same to the last digit,
/// whatever the order of arrival.
/// </summary>
public sealed class ScoreEngine
{
    private readonly ScorePlan _plan;
    private ScoreDraft? _spare;

    /// <summary>Prepares a model.</summary>
    /// <exception cref="InvalidScoringModelException">The model has faults; all of them are named.</exception>
    public ScoreEngine(ScoringModel model)
    {
        var faults = ScoringModelReview.FaultsOf(model);
        _plan = faults.IsEmpty ? new ScorePlan(model) : throw new InvalidScoringModelException(faults);
        Empty = new ScoreDraft(_plan).Freeze();
    }

    /// <summary>Gets the model.</summary>
    public ScoringModel Model => _plan.Model;

    /// <summary>Gets the state before any touchpoint, in the lowest band.</summary>
    public ScoreState Empty { get; }

    internal ScorePlan Plan => _plan;

    /// <summary>Lends a draft with a state in it. Give it back with <see cref="TakeBack"/>; one that is not given back is not missed.</summary>
    internal ScoreDraft Lend(ScoreState state)
    {
        var draft = Interlocked.Exchange(ref _spare, null) ?? new ScoreDraft(_plan);
        draft.Load(state);
        return draft;
    }

    internal void TakeBack(ScoreDraft draft) => Volatile.Write(ref _spare, draft);

    /// <summary>Returns the score at an instant. Touchpoints after it, repeats, and kinds that the model does not name are ignored.</summary>
    /// <exception cref="ArgumentException">One id has two contents.</exception>
    public decimal Score(IEnumerable<Touch> touches, Instant at)
    {
        var draft = new ScoreDraft(_plan);
        foreach (var touch in TouchSelection.Of(_plan, touches, at).Counted)
        {
            draft.Add(touch.Kind, touch.OccurredAt, touch.Quantity);
        }

        return draft.Score(at);
    }

    /// <summary>Returns the score of a state.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before <see cref="ScoreState.SeenUntil"/>.</exception>
    public decimal Score(ScoreState state, Instant at) => Loaded(state).Score(at);

    /// <summary>Follows the band through time: settled at each distinct instant of a counted touchpoint, and at the instant asked for; without history only the entering thresholds count.</summary>
    /// <exception cref="ArgumentException">One id has two contents.</exception>
    public ScorePath Path(IEnumerable<Touch> touches, Instant at)
    {
        var draft = new ScoreDraft(_plan);
        var changes = Walk(draft, TouchSelection.Of(_plan, touches, at).Counted, at);
        return new ScorePath { State = draft.Freeze(), Score = draft.Score(at), Changes = changes };
    }

    /// <summary>Adds a touchpoint, in any order; one of a kind that the model does not name changes nothing. The state keeps no ids, so a repeat would count twice. The band stays until <see cref="Settle"/>; after one that came late, <see cref="Path"/> follows the band anew.</summary>
    public ScoreState Add(ScoreState state, Touch touch)
    {
        ArgumentNullException.ThrowIfNull(touch);
        var draft = Loaded(state);
        return draft.Add(touch.Kind, touch.OccurredAt, touch.Quantity) ? draft.Freeze() : state;
    }

    /// <summary>Takes a touchpoint out that was added: every score from <see cref="ScoreState.SeenUntil"/> on is exactly what it were, had the touchpoint never come. The band stays, since its path is in the timeline.</summary>
    /// <exception cref="ArgumentException">The touchpoint cannot have been added.</exception>
    public ScoreState Retract(ScoreState state, Touch touch)
    {
        ArgumentNullException.ThrowIfNull(touch);
        var draft = Loaded(state);
        var signal = _plan.IndexOf(touch.Kind.Value);
        if (signal < 0)
        {
            return state;
        }

        return draft.TryRetract(signal, ElapsedTime.NanosOf(touch.OccurredAt), touch.Quantity)
            ? draft.Freeze()
            : throw new ArgumentException("The touchpoint was never added to this state, or not with this content.", nameof(touch));
    }

    /// <summary>Settles the band at an instant, from the band that the state holds: up while the score is at or above what enters the next one, down while it is below what leaves the present one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before <see cref="ScoreState.SeenUntil"/> or <see cref="ScoreState.BandSince"/>.</exception>
    public Settlement Settle(ScoreState state, Instant at)
    {
        var draft = Loaded(state);
        var change = draft.Settle(at);
        return new Settlement { State = change is null ? state : draft.Freeze(), Score = draft.Score(at), Change = change };
    }

    /// <summary>
    /// Returns the next change of the band were nothing to happen any more: the instant, right to a millisecond, at which the unrounded score meets a threshold; the instant asked for where it is
    /// already beyond; null for never. Answers are rounded to nine places, so that the band itself may follow a moment later; where the rounded score never leaves the band, such as one
    /// whose saturation is the threshold itself, there is no change, and where rounding alone carries it over, the instant is the one at which it does.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before <see cref="ScoreState.SeenUntil"/>.</exception>
    public BandChange? NextBandChange(ScoreState state, Instant after)
    {
        var draft = Loaded(state);
        var now = draft.Asked(after);
        if (Model.Bands.Length < 2)
        {
            return null;
        }

        var crossing = Crossing.OfBand(_plan, draft.Band);
        return BandSearch.Exactly(draft, now, crossing) is { } at ? Forecast(draft, at, crossing.Below, crossing.Above) : null;
    }

    /// <summary>Returns the first whole second after an instant at which the rounded score leaves the band: how a relationship's own band moves, were nothing to happen any more. Null for never.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before <see cref="ScoreState.SeenUntil"/>.</exception>
    public Instant? NextBandChangeOnSecond(ScoreState state, Instant after)
    {
        var draft = Loaded(state);

        // After the last second of time there is none to fall on.
        return ElapsedTime.FloorSeconds(draft.Asked(after)) == ElapsedTime.FloorSeconds(ElapsedTime.Latest) ? null : draft.NextBandChangeOnSecond(after);
    }

    /// <summary>Returns when the unrounded score falls below a value, right to a millisecond: the instant asked for where the score is already below, null where the score, which is rounded, never falls below.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before <see cref="ScoreState.SeenUntil"/>, or the value is not -1,000,000,000,000 to 1,000,000,000,000.</exception>
    public Instant? FallsBelow(ScoreState state, decimal value, Instant after)
    {
        var draft = Loaded(state);
        var crossing = Crossing.Under(ScoreBounds.Checked(value, ScoreBounds.Threshold(value), nameof(value)));
        return BandSearch.Exactly(draft, draft.Asked(after), crossing) is { } at ? ElapsedTime.InstantOf(at) : null;
    }

    /// <summary>Explains the score at an instant; <paramref name="fadedBelow"/> is the size of a value that each line says when it falls below.</summary>
    /// <exception cref="ArgumentException">One id has two contents.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The size is not -1,000,000,000,000 to 1,000,000,000,000.</exception>
    public ScoreExplanation Explain(IEnumerable<Touch> touches, Instant at, decimal fadedBelow = 1m)
    {
        var draft = new ScoreDraft(_plan);
        var selection = TouchSelection.Of(_plan, touches, at);
        Walk(draft, selection.Counted, at);
        return ScoreExplainer.Explain(draft, at, fadedBelow) with { Ignored = selection.Ignored, UnknownKinds = selection.UnknownKinds };
    }

    /// <summary>Explains the score of a state with the band that the state holds; what was ignored is not known there.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The instant lies before <see cref="ScoreState.SeenUntil"/>, or the size is not -1,000,000,000,000 to 1,000,000,000,000.</exception>
    public ScoreExplanation Explain(ScoreState state, Instant at, decimal fadedBelow = 1m) =>
        ScoreExplainer.Explain(Loaded(state), at, fadedBelow);

    private static ImmutableArray<BandChange> Walk(ScoreDraft draft, List<Touch> counted, Instant at)
    {
        counted.Sort((one, other) => one.OccurredAt.CompareTo(other.OccurredAt));
        var changes = ImmutableArray.CreateBuilder<BandChange>();
        for (var index = 0; index < counted.Count; index++)
        {
            var touch = counted[index];
            draft.Add(touch.Kind, touch.OccurredAt, touch.Quantity);
            var isLastOfInstant = index + 1 == counted.Count || counted[index + 1].OccurredAt != touch.OccurredAt;
            if (isLastOfInstant && draft.Settle(touch.OccurredAt) is { } change)
            {
                changes.Add(change);
            }
        }

        if (draft.Settle(at) is { } last)
        {
            changes.Add(last);
        }

        return changes.ToImmutable();
    }

    private ScoreDraft Loaded(ScoreState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var draft = new ScoreDraft(_plan);
        draft.Load(state);
        return draft;
    }

    private BandChange? Forecast(ScoreDraft draft, Int128 at, Int128 below, Int128 above)
    {
        // At the instant found the score meets the threshold; which bands follow is decided on its far side.
        var total = draft.TotalAt(_plan.Unrounded, at);
        var falls = below != Int128.MinValue && (above == Int128.MaxValue || Int128.Abs(total - below) <= Int128.Abs(total - above));
        var beyond = falls ? Int128.Min(total, below - 1) : Int128.Max(total, above);
        return new BandChange
        {
            From = Model.Bands[draft.Band].Key,
            To = Model.Bands[_plan.Unrounded.Settle(draft.Band, beyond)].Key,
            At = ElapsedTime.InstantOf(at),
            Cause = BandChangeCause.Decay,
        };
    }
}
