namespace CandidateCrm.Testing;

/// <summary>
/// Numbers that look random and are the same for a seed on every platform and in every version: SplitMix64 (Steele, Lea and Flood,
/// «Fast splittable pseudorandom number generators», 2014). Not for secrets; not safe for concurrent use.
/// </summary>
public sealed class RepeatableRandom
{
    private ulong _state;

    /// <summary>Initializes the sequence of a seed.</summary>
    public RepeatableRandom(long seed) => _state = unchecked((ulong)seed);

    /// <summary>Returns the next 64 bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>Returns a number from 0 up to and without a bound.</summary>
    /// <param name="bound">1 or more. The bias is below bound / 2^64.</param>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)Math.BigMul(NextBits(), (ulong)bound, out _);
    }

    /// <summary>Says yes once in so many times.</summary>
    public bool OneIn(int times) => Next(times) == 0;

    /// <summary>Puts items in another order: every order is as likely as every other.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
