namespace CandidateCrm.Engagement;

/// <summary>
/// Signals of one half-life, taken together while a score is followed through time. What one of them loses the others lose in proportion, so that signals of both signs that nearly cancel
/// move their sum by next to nothing, however much each of them moves; and where every negative one has a positive one that is never smaller, the sum never falls below zero.
/// </summary>
internal sealed class SignalBundles
{
    // Up to here a sum differs from the real number that it stands for by less than a tenth of 10^-9, whatever went out of sight.
    private static readonly UInt128 MostLifetime = (UInt128)FixedPoint.From(10_000_000m);

    private readonly ScoreDraft _draft;
    private readonly UInt128[] _raws;
    private readonly int[] _bundles;
    private readonly int[] _bySize;
    private readonly SignalBundle[] _found;
    private readonly bool[] _clamps;
    private int _count;
    private Int128 _from;

    internal SignalBundles(ScoreDraft draft)
    {
        var signals = draft.Plan.Signals.Length;
        _draft = draft;
        _raws = new UInt128[signals];
        _bundles = new int[signals];
        _bySize = new int[signals];
        _found = new SignalBundle[signals];
        _clamps = new bool[draft.Plan.GroupsInOrder.Length];
    }

    /// <summary>Gets a value indicating whether caps hold something back, so that later instants may bundle more.</summary>
    internal bool Loosen { get; private set; }

    private ScorePlan Plan => _draft.Plan;

    /// <summary>Bundles what is left at an instant, for the time from then on.</summary>
    internal void Collect(Int128 from)
    {
        _from = from;
        for (var signal = 0; signal < _raws.Length; signal++)
        {
            _raws[signal] = _draft.RawAt(signal, from);
            _bySize[signal] = signal;
        }

        SortBySize();
        FindGroupsThatClamp();
        _count = 0;
        for (var signal = 0; signal < _raws.Length; signal++)
        {
            _bundles[signal] = BundleOf(signal);
        }

        for (var bundle = 0; bundle < _count; bundle++)
        {
            _found[bundle].NeverBelowZero = Outweighs(bundle, negative: false);
            _found[bundle].NeverAboveZero = Outweighs(bundle, negative: true);
        }
    }

    /// <summary>Returns the least and the largest total between two instants, given the values at both: caps, ceiling and floor keep the order.</summary>
    internal (Int128 Least, Int128 Most) Range(ScoreScale scale, in ScoreStretch stretch)
    {
        foreach (ref var bundle in _found.AsSpan(0, _count))
        {
            bundle.Clear();
        }

        for (var signal = 0; signal < _raws.Length; signal++)
        {
            _found[_bundles[signal]].Add(stretch.Start[signal], stretch.End[signal], stretch.UnroundedStart[signal], stretch.UnroundedEnd[signal]);
        }

        return (Total(scale, stretch, most: false), Total(scale, stretch, most: true));
    }

    private Int128 Total(ScoreScale scale, in ScoreStretch stretch, bool most)
    {
        Span<Int128> groups = stackalloc Int128[scale.GroupCaps.Length];
        groups.Clear();
        Int128 total = 0;
        foreach (ref readonly var bundle in _found.AsSpan(0, _count))
        {
            var (least, largest) = bundle.Range(scale, _from, stretch);
            if (bundle.Group >= 0)
            {
                groups[bundle.Group] += most ? largest : least;
            }
            else
            {
                total += most ? largest : least;
            }
        }

        return scale.Limited(total, groups);
    }

    private void SortBySize()
    {
        for (var index = 1; index < _bySize.Length; index++)
        {
            var signal = _bySize[index];
            var place = index;
            for (; place > 0 && _raws[_bySize[place - 1]] < _raws[signal]; place--)
            {
                _bySize[place] = _bySize[place - 1];
            }

            _bySize[place] = signal;
        }
    }

    /// <summary>A group whose values cannot reach its cap any more is none: its signals stand beside all others.</summary>
    private void FindGroupsThatClamp()
    {
        Loosen = false;
        for (var group = 0; group < _clamps.Length; group++)
        {
            Int128 most = 0;
            for (var signal = 0; signal < _raws.Length; signal++)
            {
                most += Plan.Signals[signal] is var plan && plan.Group == group && _raws[signal] > 0 ? Int128.Abs(plan.Nanos(_raws[signal])) + 1 : 0;
            }

            _clamps[group] = most > Plan.Rounded.GroupCaps[group];
            Loosen |= _clamps[group];
        }
    }

    private int BundleOf(int signal)
    {
        var plan = Plan.Signals[signal];
        var raw = _raws[signal];
        var isCapped = plan.IsCapped(raw);
        Loosen |= isCapped;
        var key = new SignalBundle
        {
            HalfLife = plan.HalfLife,
            NanosOfHalfLife = plan.Fading?.Nanos ?? 0,
            Group = plan.Group >= 0 && _clamps[plan.Group] ? plan.Group : -1,
            Curve = isCapped ? plan.Curve : (plan.Curve.Saturation, null),
            Alone = _draft.Signals[signal].Lifetime > MostLifetime ? signal : -1,
        };
        var bundle = 0;
        while (bundle < _count && !_found[bundle].IsLike(key))
        {
            bundle++;
        }

        if (bundle == _count)
        {
            _found[_count++] = key;
        }

        if (raw > 0)
        {
            _found[bundle].Count(raw, _draft.Signals[signal].Lifetime);
        }

        return bundle;
    }

    /// <summary>Says that each signal of one sign has one of the other sign that is never smaller.</summary>
    private bool Outweighs(int bundle, bool negative)
    {
        var larger = 0;
        foreach (var signal in _bySize)
        {
            if (_bundles[signal] != bundle || _raws[signal] == 0 || Plan.Signals[signal].IsNegative == negative)
            {
                continue;
            }

            while (larger < _bySize.Length && (_bundles[_bySize[larger]] != bundle || Plan.Signals[_bySize[larger]].IsNegative != negative))
            {
                larger++;
            }

            if (larger == _bySize.Length || !IsNeverLess(_bySize[larger++], signal))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsNeverLess(int signal, int other)
    {
        if (_draft.Signals[signal].Covers(_draft.Signals[other]))
        {
            return true;
        }

        // Apart by more than the last digits of the sums and what goes out of sight can ever make, down to the least value that is not rounded to nothing.
        var lifetime = UInt128.Max(_draft.Signals[signal].Lifetime, _draft.Signals[other].Lifetime) >> FixedPoint.Bits;
        var margin = (_raws[other] >> 22) + ((_raws[other] >> 31) * lifetime);
        return _found[_bundles[signal]].Alone < 0 && _raws[signal] > _raws[other] + margin;
    }
}
