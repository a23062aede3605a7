using System.Collections.Immutable;

namespace CandidateCrm.Engagement;

/// <summary>One signal of a draft: a ring of the live blocks, sizes without sign. Mutable, for one thread.</summary>
internal struct SignalDraft
{
    private const int RingMask = HalfLifePlan.LiveBlocks - 1;

    private UInt128[]? _ring;
    private long _newestBlock;
    private int _length;
    private UInt128 _folded;
    private bool _isFolded;
    private Int128 _first;
    private Int128 _newest;
    private bool _edgesAreBounds;

    internal long Count { get; private set; }

    internal UInt128 Lifetime { get; private set; }

    internal readonly Int128 First => _first;

    internal readonly Int128 Newest => _newest;

    internal readonly bool EdgesAreBounds => _edgesAreBounds;

    /// <summary>Gets the block from which on nothing is left, were no touchpoint to follow.</summary>
    internal readonly long? EndBlock => _length == 0 ? null : _newestBlock + HalfLifePlan.LiveBlocks;

    internal void Clear()
    {
        _length = 0;
        _isFolded = false;
        Count = 0;
        Lifetime = 0;
        _edgesAreBounds = false;
    }

    internal void Load(SignalState state)
    {
        Clear();
        _newestBlock = state.NewestBlock;
        Count = state.Count;
        Lifetime = (UInt128)Int128.Abs(state.Lifetime);
        _edgesAreBounds = state.EdgesAreBounds;
        _first = state.FirstAt is { } first ? ElapsedTime.NanosOf(first) : 0;
        _newest = state.NewestAt is { } newest ? ElapsedTime.NanosOf(newest) : 0;
        if (state.Blocks.Length > 0)
        {
            var ring = _ring ??= new UInt128[HalfLifePlan.LiveBlocks];
            foreach (var block in state.Blocks)
            {
                ring[(int)(_newestBlock - _length) & RingMask] = (UInt128)Int128.Abs(block);
                _length++;
            }
        }
    }

    internal void Add(SignalPlan plan, Int128 at, decimal quantity)
    {
        var size = plan.SizeOf(quantity);
        if (plan.Fading is { } fading)
        {
            var block = fading.Locate(at, out var fraction);
            AddTo(block, FixedPoint.ScaledProduct(size, ExactMath.Exp2(fraction)));
        }
        else
        {
            AddTo(0, size);
        }

        if (Count == 0)
        {
            _first = at;
            _newest = at;
        }

        _first = at < _first ? at : _first;
        _newest = at > _newest ? at : _newest;
        Lifetime += size;
        Count++;
    }

    /// <summary>Takes a touchpoint out; says no where it cannot have been added.</summary>
    internal bool TryRetract(SignalPlan plan, Int128 at, decimal quantity)
    {
        var size = plan.SizeOf(quantity);
        ulong fraction = 0;
        var block = plan.Fading?.Locate(at, out fraction) ?? 0;
        var term = plan.Fading is null ? size : FixedPoint.ScaledProduct(size, ExactMath.Exp2(fraction));
        if (Count == 0 || Lifetime < size || at < _first || at > _newest || !TrySubtract(block, term))
        {
            return false;
        }

        Lifetime -= size;
        Count--;
        _edgesAreBounds |= at == _first || at == _newest;
        if (Count == 0)
        {
            Clear();
        }

        return true;
    }

    /// <summary>
    /// Returns the decayed sum in a block at or after the newest; <paramref name="decay"/> is 2^-place in the block, in units of 2^-64, or 0 for a place of 0.
    /// Each older block is halved into the next younger one, so that one power serves all; what the halving cuts off stays below two units.
    /// </summary>
    internal UInt128 RawAt(long block, ulong decay)
    {
        var distance = block - _newestBlock;
        if (_length == 0 || distance >= HalfLifePlan.LiveBlocks)
        {
            return 0;
        }

        ArgumentOutOfRangeException.ThrowIfNegative(distance, nameof(block));
        UInt128 sum;
        if (_length + distance > HalfLifePlan.LiveBlocks)
        {
            // The oldest blocks have gone out of sight since the newest touchpoint.
            sum = Fold(HalfLifePlan.LiveBlocks - (int)distance);
        }
        else
        {
            _folded = _isFolded ? _folded : Fold(_length);
            _isFolded = true;
            sum = _folded;
        }

        sum >>= (int)distance;
        return decay == 0 ? sum : FixedPoint.HighProduct(sum, decay);
    }

    /// <summary>Says that each block holds at least what the other's holds, so that at no instant to come less is left of it, to the last digit.</summary>
    internal readonly bool Covers(in SignalDraft other)
    {
        for (var age = 0; age < other._length; age++)
        {
            var block = other._newestBlock - age;
            if (other._ring![(int)block & RingMask] > HeldBy(block))
            {
                return false;
            }
        }

        return true;
    }

    internal readonly SignalState Freeze(SignalPlan plan)
    {
        if (Count == 0)
        {
            return SignalState.Empty;
        }

        return new SignalState
        {
            NewestBlock = _length == 0 ? 0 : _newestBlock,
            Blocks = Trimmed(plan),
            Count = Count,
            Lifetime = plan.Signed(Lifetime),
            FirstAt = ElapsedTime.InstantOf(_first),
            NewestAt = ElapsedTime.InstantOf(_newest),
            EdgesAreBounds = _edgesAreBounds,
        };
    }

    /// <summary>Leaves out the oldest blocks that hold nothing. The newest stays even when retraction emptied it: it says what was too old to be kept.</summary>
    private readonly ImmutableArray<Int128> Trimmed(SignalPlan plan)
    {
        var length = _length;
        while (length > 1 && _ring![(int)(_newestBlock - length + 1) & RingMask] == 0)
        {
            length--;
        }

        var blocks = ImmutableArray.CreateBuilder<Int128>(length);
        for (var age = 0; age < length; age++)
        {
            blocks.Add(plan.Signed(_ring![(int)(_newestBlock - age) & RingMask]));
        }

        return blocks.MoveToImmutable();
    }

    /// <summary>Adds to a block, making room for it; what is too old to count for any instant still to come goes nowhere.</summary>
    private void AddTo(long block, UInt128 term)
    {
        // Nothing leaves no block behind; otherwise what is kept would depend on the order of arrival.
        if (term == 0)
        {
            return;
        }

        var ring = _ring ??= new UInt128[HalfLifePlan.LiveBlocks];
        var gap = _length == 0 ? HalfLifePlan.LiveBlocks : block - _newestBlock;
        if (gap == 0)
        {
            // The newest block goes into the fold as it is, so that the fold stays what it would be.
            _folded += term;
        }
        else if (gap >= HalfLifePlan.LiveBlocks)
        {
            (_newestBlock, _length) = (block, 1);
            (_folded, _isFolded) = (term, true);
            ring[(int)block & RingMask] = 0;
        }
        else if (gap > 0)
        {
            Empty(ring, _newestBlock + 1, (int)gap);
            _isFolded &= _length + gap <= HalfLifePlan.LiveBlocks;
            _folded = (_folded >> (int)gap) + term;
            (_newestBlock, _length) = (block, Math.Min(_length + (int)gap, HalfLifePlan.LiveBlocks));
        }
        else if (gap <= -HalfLifePlan.LiveBlocks)
        {
            return;
        }
        else
        {
            _isFolded = false;
            var length = 1 - (int)gap;
            Empty(ring, block, length - _length);
            _length = Math.Max(_length, length);
        }

        ring[(int)block & RingMask] += term;
    }

    private readonly UInt128 HeldBy(long block) =>
        _newestBlock - block is var age && age >= 0 && age < _length ? _ring![(int)block & RingMask] : 0;

    private readonly UInt128 Fold(int length)
    {
        UInt128 sum = 0;
        for (var age = length - 1; age >= 0; age--)
        {
            sum = (sum >> 1) + _ring![(int)(_newestBlock - age) & RingMask];
        }

        return sum;
    }

    private static void Empty(UInt128[] ring, long from, int count)
    {
        for (var step = 0; step < count; step++)
        {
            ring[(int)(from + step) & RingMask] = 0;
        }
    }

    private bool TrySubtract(long block, UInt128 term)
    {
        var age = _newestBlock - block;
        if (term == 0 || (_length > 0 && age >= HalfLifePlan.LiveBlocks))
        {
            return true;
        }

        if (age < 0 || age >= _length)
        {
            return false;
        }

        ref var sum = ref _ring![(int)block & RingMask];
        if (sum < term)
        {
            return false;
        }

        sum -= term;
        _isFolded = false;
        return true;
    }
}
