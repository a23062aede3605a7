using CandidateCrm.Segments.Evaluation;

namespace CandidateCrm.Segments.Explaining;

/// <summary>A part of a rule that can say which of its conditions decide about a candidate.</summary>
internal abstract class DecidingPart<T>
{
    /// <summary>Says whether the part holds, and the fewest conditions that decide it.</summary>
    internal abstract (bool Holds, IReadOnlyList<DecidingLeaf<T>> By) Of(T candidate, Moment moment);

    /// <summary>Shows the part with everything in it.</summary>
    /// <param name="asked">Who is asked about, and when.</param>
    /// <param name="decides">Whether the part is among what decides the whole.</param>
    internal abstract ExplainedPart Show(in Asked<T> asked, bool decides);
}
