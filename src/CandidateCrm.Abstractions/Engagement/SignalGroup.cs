namespace CandidateCrm.Engagement;

/// <summary>Signals that share a cap: the sum of their values is clamped to [−<see cref="Cap"/>, +<see cref="Cap"/>].</summary>
public sealed record SignalGroup
{
    /// <summary>Gets the name; once per model. Group caps act in the ordinal order of the names.</summary>
    public required SignalGroupKey Key { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A group's key"); }

    /// <summary>Gets the largest size of the group's sum, to either side of 0: 0 to 1,000,000,000,000 with at most 9 decimal places.</summary>
    public required decimal Cap { get; init => field = ScoreBounds.Checked(value, ScoreBounds.GroupCap(value)); }
}
