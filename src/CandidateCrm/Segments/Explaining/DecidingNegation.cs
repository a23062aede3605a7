using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Explaining;

/// <summary>The complement of a part; the same conditions decide it. It shows as the JSON form has it: on the group beneath, and as a group of one around anything else.</summary>
internal sealed class DecidingNegation<T>(DecidingPart<T> part) : DecidingPart<T>
{
    internal override (bool Holds, IReadOnlyList<DecidingLeaf<T>> By) Of(T candidate, Moment moment)
    {
        var (holds, by) = part.Of(candidate, moment);
        return (!holds, by);
    }

    internal override ExplainedPart Show(in Asked<T> asked, bool decides)
    {
        var shown = part.Show(asked, decides);
        return part is DecidingGroup<T>
            ? shown with { Holds = !shown.Holds, IsNegated = true }
            : new ExplainedPart { Group = ExplainedGroup.And, IsNegated = true, Holds = !shown.Holds, Decides = decides, Parts = [shown] };
    }
}
