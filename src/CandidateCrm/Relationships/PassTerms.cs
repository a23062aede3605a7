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

    /// <summary>Gets the change of rules; null for an event or an alarm.</summary>
    internal RulesChange? Change { get; init; }
}
