namespace Quickstart.Company;

/// <summary>A small generator of our own (SplitMix64): the same seed rolls the same numbers on every machine and version.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Says yes so many times of a hundred.</summary>
    internal bool Happens(int percent) => Below(100) < percent;

    /// <summary>Rolls a number from 0 on.</summary>
    internal int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Rolls a number, both ends included.</summary>
    internal int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Picks one of several.</summary>
    internal T Pick<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
