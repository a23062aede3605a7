using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Explaining;

/// <summary>A group: where it needs all of its parts to be as it is, all decide; where one is enough, the one that fewest conditions decide.</summary>
internal sealed class DecidingGroup<T>(DecidingPart<T>[] parts, bool isOr) : DecidingPart<T>
{
    internal override (bool Holds, IReadOnlyList<DecidingLeaf<T>> By) Of(T candidate, Moment moment)
    {
        var judged = Array.ConvertAll(parts, part => part.Of(candidate, moment));
        var enough = Array.FindAll(judged, part => part.Holds == isOr);
        return enough.Length > 0
            ? (isOr, enough.MinBy(part => part.By.Count).By)
            : (!isOr, [.. judged.SelectMany(part => part.By)]);
    }
}
