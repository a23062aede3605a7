namespace CandidateCrm.Engagement;

/// <summary>Where an instant lies in the blocks of every half-life: the block, and how much is left at that place of what stood at the block's start.</summary>
internal sealed class DecayPlaces(HalfLifePlan[] halfLives)
{
    // Place 0, for signals that do not fade, stays at block 0 without decay.
    private readonly long[] _blocks = new long[halfLives.Length + 1];
    private readonly ulong[] _decays = new ulong[halfLives.Length + 1];
    private Int128? _at;

    internal long Block(int halfLife) => _blocks[halfLife + 1];

    /// <summary>Returns the power as <see cref="SignalDraft.RawAt"/> takes it.</summary>
    internal ulong Decay(int halfLife) => _decays[halfLife + 1];

    /// <summary>Moves to an instant; the one where it stands already costs nothing.</summary>
    internal void MoveTo(Int128 at)
    {
        if (_at == at)
        {
            return;
        }

        _at = at;
        for (var index = 0; index < halfLives.Length; index++)
        {
            _blocks[index + 1] = halfLives[index].Locate(at, out var fraction);

            // 2^-fraction is 2^(1 − fraction) / 2; 2^0 has no room and is 0.
            _decays[index + 1] = fraction == 0 ? 0 : ExactMath.Exp2(0 - fraction);
        }
    }
}
