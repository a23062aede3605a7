using CandidateCrm.Engagement;
using CandidateCrm.Timeline;

namespace CandidateCrm.Relationships;

/// <summary>What one pass of the fold is about.</summary>
/// <param name="Place">Where it stands on the line.</param>
/// <param name="InForce">The rules in force there.</param>
internal readonly record struct PassTerms(TimelinePlace Place, RulesInForce InForce)
{
    /// <summary>Gets the fact or act; null for an alarm or a change of rules.</summary>
    internal TimelineEvent? Cause { get; init; }

    /// <summary>Gets a value indicating whether the fact counts as never told.</summary>
    internal bool IsMute { get; init; }

    /// <summary>Gets the rules before; only for a change of rules.</summary>
    internal RulesInForce? Before { get; init; }

    /// <summary>Gets what all facts so far would have come to, had the features that ask for it reacted all along.</summary>
    internal Draft? Past { get; init; }

    /// <summary>Gets what counted in a score in that past; null where nobody asks for it.</summary>
    internal List<Touch>? PastTouches { get; init; }
}
