namespace CandidateCrm.Engagement;

/// <summary>What bounds a signal while a model is being written.</summary>
public sealed class SignalLimits
{
    internal SignalLimits()
    {
    }

    internal decimal? LargestValue { get; private set; }

    internal decimal? SaturationAt { get; private set; }

    internal string? GroupName { get; private set; }

    /// <summary>Clamps the value to [−<paramref name="cap"/>, +<paramref name="cap"/>].</summary>
    public SignalLimits CappedAt(decimal cap)
    {
        LargestValue = cap;
        return this;
    }

    /// <summary>Gives diminishing returns that never pass <paramref name="saturation"/>.</summary>
    public SignalLimits SaturatingAt(decimal saturation)
    {
        SaturationAt = saturation;
        return this;
    }

    /// <summary>Shares the cap of a group.</summary>
    public SignalLimits In(string group)
    {
        ArgumentNullException.ThrowIfNull(group);
        GroupName = group;
        return this;
    }
}
