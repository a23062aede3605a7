using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Explaining;

/// <summary>A group: where it needs all of its parts to be as it is, all decide; where one is enough, the one that fewest conditions decide.</summary>
internal sealed class DecidingGroup<T>(DecidingPart<T>[] parts, bool isOr) : DecidingPart<T>
{
    internal override (bool Holds, IReadOnlyList<DecidingLeaf<T>> By) Of(T candidate, Moment moment)
    {
        var judged = Judge(candidate, moment);
        return Chosen(judged) is { } one
            ? (isOr, judged[one].By)
            : (!isOr, [.. judged.SelectMany(part => part.By)]);
    }

    internal override ExplainedPart Show(in Asked<T> asked, bool decides)
    {
        var chosen = Chosen(Judge(asked.Candidate, asked.Moment));
        var shown = new ExplainedPart[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            shown[i] = parts[i].Show(asked, decides && (chosen is null || chosen == i));
        }

        return new ExplainedPart
        {
            Group = isOr ? ExplainedGroup.Or : ExplainedGroup.And,
            Holds = isOr == chosen is not null,
            Decides = decides,
            Parts = [.. shown],
        };
    }

    private (bool Holds, IReadOnlyList<DecidingLeaf<T>> By)[] Judge(T candidate, Moment moment) => Array.ConvertAll(parts, part => part.Of(candidate, moment));

    /// <summary>Returns the one part that is enough for the answer, of several the one with the fewest conditions and then the first; null where all are needed.</summary>
    private int? Chosen((bool Holds, IReadOnlyList<DecidingLeaf<T>> By)[] judged)
    {
        int? chosen = null;
        for (var i = 0; i < judged.Length; i++)
        {
            if (judged[i].Holds == isOr && (chosen is not { } best || judged[i].By.Count < judged[best].By.Count))
            {
                chosen = i;
            }
        }

        return chosen;
    }
}
