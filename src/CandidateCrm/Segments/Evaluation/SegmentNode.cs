namespace CandidateCrm.Segments.Evaluation;

/// <summary>Whether the candidate is in one of other segments; always known.</summary>
internal sealed class SegmentNode<T>(SegmentKey[] segments, bool isNegated) : RuleNode<T>
{
    internal override bool Holds(T item, Moment moment)
    {
        var isMember = moment.Memberships<T>();
        foreach (var segment in segments)
        {
            if (isMember(item, segment))
            {
                return !isNegated;
            }
        }

        return isNegated;
    }

    internal override bool? Judge(T item, Moment moment) => Holds(item, moment);
}
