using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>
/// A score being written: loads a state, takes touchpoints without allocating, and freezes into a state again. It may be pooled, and is for one thread.
/// All answers, one-shot and incremental, come from here, so that they agree to the last digit.
/// </summary>
internal sealed class ScoreDraft
{
    private readonly SignalDraft[] _signals;
    private readonly DecayPlaces _places;
    private readonly Int128[] _values;
    private readonly SharedSignals _shared;
    private SignalBundles? _bundles;
    private ScoreState? _state;
    private Int128[] _scratch = [];
    private Int128? _seenUntil;
    private Int128? _bandSince;
    private int _band;

    internal ScoreDraft(ScorePlan plan)
    {
        Plan = plan;
        _signals = new SignalDraft[plan.Signals.Length];
        _places = new DecayPlaces(plan.HalfLives);
        _values = new Int128[plan.Signals.Length];
        _shared = new SharedSignals(plan.Signals.Length);
        Quick = new QuickFall(plan);
    }

    internal ScorePlan Plan { get; }

    /// <summary>Gets the quick search, whose room is kept with the draft.</summary>
    internal QuickFall Quick { get; }

    /// <summary>Gets the bundles of a search on both sides, whose room is kept with the draft too.</summary>
    internal SignalBundles Bundles => _bundles ??= new SignalBundles(this);

    /// <summary>Gets the index of the band, 0 for the lowest.</summary>
    internal int Band => _band;

    internal ReadOnlySpan<SignalDraft> Signals => _signals;

    /// <summary>Gets a value indicating whether time alone can only lower the score: no negative signal is fading.</summary>
    internal bool NeverRises
    {
        get
        {
            for (var index = 0; index < _signals.Length; index++)
            {
                if (Plan.Signals[index] is { IsNegative: true, Fading: not null } && _signals[index].EndBlock is not null)
                {
                    return false;
                }
            }

            return true;
        }
    }

    internal void Clear()
    {
        foreach (ref var signal in _signals.AsSpan())
        {
            signal.Clear();
        }

        _shared.Clear();
        _state = null;
        _seenUntil = null;
        _bandSince = null;
        _band = 0;
    }

    /// <summary>Takes over a state of the same model and version. The one that it froze last is still there.</summary>
    internal void Load(ScoreState state)
    {
        if (ReferenceEquals(state, _state))
        {
            return;
        }

        if (state.Model != Plan.Model.Key || state.ModelVersion != Plan.Model.Version || state.Signals.Length != _signals.Length)
        {
            throw new ArgumentException($"The state belongs to version {state.ModelVersion} of {state.Model}, not to version {Plan.Model.Version} of {Plan.Model.Key}; score again from the timeline.", nameof(state));
        }

        for (var index = 0; index < _signals.Length; index++)
        {
            _signals[index].Load(state.Signals[index]);
        }

        _shared.Load(state.Signals);
        _state = state;

        _seenUntil = state.SeenUntil is { } seen ? ElapsedTime.NanosOf(seen) : null;
        _bandSince = state.BandSince is { } since ? ElapsedTime.NanosOf(since) : null;
        _band = Plan.IndexOf(state.Band);
    }

    /// <summary>Adds a touchpoint, in any order, but each once; says no for a kind that the model does not name.</summary>
    internal bool Add(TouchKind kind, Instant at, decimal quantity = 1m)
    {
        var index = Plan.IndexOf(kind.Value);
        if (index < 0)
        {
            return false;
        }

        Add(index, ElapsedTime.NanosOf(at), quantity);
        return true;
    }

    internal void Add(int signal, Int128 at, decimal quantity)
    {
        _shared.Change(signal);
        _state = null;
        _signals[signal].Add(Plan.Signals[signal], at, quantity);
        _seenUntil = _seenUntil is { } seen && seen >= at ? seen : at;
    }

    /// <summary>Takes a touchpoint out again.</summary>
    internal bool TryRetract(int signal, Int128 at, decimal quantity)
    {
        _shared.Change(signal);
        _state = null;
        return _signals[signal].TryRetract(Plan.Signals[signal], at, quantity);
    }

    internal decimal Score(Instant at) => FixedPoint.FromNanos(TotalAt(Plan.Rounded, Asked(at)));

    /// <summary>Settles the band as the stand-alone engine does, at whatever instant it is asked.</summary>
    internal BandChange? Settle(Instant at)
    {
        var now = Asked(at);
        return MoveTo(Plan.Rounded.Settle(_band, TotalAt(Plan.Rounded, now)), at, now);
    }

    /// <summary>
    /// Settles the band as the fold does: a touchpoint lifts it at once, while decay moves it, and anything lowers it, on whole seconds only.
    /// So an evaluation between two alarms changes nothing.
    /// </summary>
    internal BandChange? SettleInFold(Instant at, bool touched)
    {
        var now = Asked(at);
        var wholeSecond = ElapsedTime.IsWholeSecond(now);
        if (!touched && !wholeSecond)
        {
            return null;
        }

        var band = Plan.Rounded.Settle(_band, TotalAt(Plan.Rounded, now));
        return band > _band || wholeSecond ? MoveTo(band, at, now) : null;
    }

    /// <summary>Returns the first whole second after an instant at which <see cref="SettleInFold"/> moves the band; null for never.</summary>
    internal Instant? NextBandChangeOnSecond(Instant after)
    {
        var now = Asked(after);
        return Plan.Model.Bands.Length < 2 ? null : BandSearch.OnSeconds(this, now) is { } nanos ? ElapsedTime.InstantOf(nanos) : null;
    }

    internal ScoreState Freeze() => _state ??= new ScoreState
    {
        Model = Plan.Model.Key,
        ModelVersion = Plan.Model.Version,
        Signals = _shared.Freeze(_signals, Plan),
        SeenUntil = _seenUntil is { } seen ? ElapsedTime.InstantOf(seen) : null,
        Band = Plan.Model.Bands.IsEmpty ? null : Plan.Model.Bands[_band].Key,
        BandSince = _bandSince is { } since ? ElapsedTime.InstantOf(since) : null,
    };

    /// <summary>Returns the nanoseconds of an instant that the sums can answer for.</summary>
    internal Int128 Asked(Instant at)
    {
        var now = ElapsedTime.NanosOf(at);
        return _seenUntil is { } seen && now < seen
            ? throw new ArgumentOutOfRangeException(nameof(at), at, "A state answers at or after the newest touchpoint that it saw; score an earlier instant from the timeline.")
            : now;
    }

    /// <summary>Returns the total at an instant that was checked, in the units of the scale.</summary>
    internal Int128 TotalAt(ScoreScale scale, Int128 at)
    {
        if (scale.IsRounded && scale.GroupCaps.Length == 0)
        {
            return scale.Limited(SumAt(at));
        }

        Fill(scale, at, _values);
        return scale.Total(_values);
    }

    /// <summary>Writes the values of all signals at an instant; one division and one power serve all of a half-life.</summary>
    internal void Fill(ScoreScale scale, Int128 at, Span<Int128> values)
    {
        _places.MoveTo(at);
        for (var index = 0; index < _signals.Length; index++)
        {
            var plan = Plan.Signals[index];
            var raw = RawOf(index, plan);
            values[index] = scale.IsRounded ? plan.Nanos(raw) : plan.Unrounded(raw);
        }
    }

    /// <summary>Returns the decayed sum of one signal, without sign.</summary>
    internal UInt128 RawAt(int signal, Int128 at)
    {
        _places.MoveTo(at);
        return RawOf(signal, Plan.Signals[signal]);
    }

    /// <summary>Returns by how much the score falls in one nanosecond at the instant last asked for, caps and saturation aside.</summary>
    internal double Slope(int? only = null)
    {
        const double Ln2 = 0.693147180559945309;
        var slope = 0.0;
        for (var index = only ?? 0; index <= (only ?? _signals.Length - 1); index++)
        {
            var plan = Plan.Signals[index];
            slope += plan.Fading is { } fading ? (double)plan.Signed(RawOf(index, plan)) * FixedPoint.Unit * Ln2 / fading.Nanos : 0;
        }

        return slope;
    }

    /// <summary>Returns room for a search, kept with the draft.</summary>
    internal Int128[] Scratch(int size) => _scratch = _scratch.Length >= size ? _scratch : new Int128[size];

    /// <summary>Returns the start of the first block in which nothing that fades is left; null where nothing fades.</summary>
    internal Int128? FadedAt(int? only = null)
    {
        Int128? latest = null;
        for (var index = only ?? 0; index <= (only ?? _signals.Length - 1); index++)
        {
            if (Plan.Signals[index].Fading is { } fading && _signals[index].EndBlock is { } block && (Int128)block * fading.Nanos is var end && !(end <= latest))
            {
                latest = end;
            }
        }

        return latest;
    }

    private Int128 SumAt(Int128 at)
    {
        _places.MoveTo(at);
        Int128 sum = 0;
        var plans = Plan.Signals;
        for (var index = 0; index < plans.Length; index++)
        {
            sum += plans[index].Nanos(RawOf(index, plans[index]));
        }

        return sum;
    }

    private UInt128 RawOf(int signal, SignalPlan plan) =>
        _signals[signal].RawAt(_places.Block(plan.HalfLife), _places.Decay(plan.HalfLife));

    private BandChange? MoveTo(int band, Instant at, Int128 now)
    {
        if (_bandSince > now)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, "The band was settled at a later instant; follow its path from the timeline.");
        }

        if (band == _band || Plan.Model.Bands.IsEmpty)
        {
            return null;
        }

        var bands = Plan.Model.Bands;
        var change = new BandChange
        {
            From = bands[_band].Key,
            To = bands[band].Key,
            At = at,
            Cause = _seenUntil == now ? BandChangeCause.Touchpoint : BandChangeCause.Decay,
        };
        _band = band;
        _bandSince = now;
        _state = null;
        return change;
    }
}
