using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Explaining;

/// <summary>The complement of a part; the same conditions decide it.</summary>
internal sealed class DecidingNegation<T>(DecidingPart<T> part) : DecidingPart<T>
{
    internal override (bool Holds, IReadOnlyList<DecidingLeaf<T>> By) Of(T candidate, Moment moment)
    {
        var (holds, by) = part.Of(candidate, moment);
        return (!holds, by);
    }
}
