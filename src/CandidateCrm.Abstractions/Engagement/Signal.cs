using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>How touchpoints of one kind count: <see cref="Weight"/> times quantity, halved every <see cref="HalfLife"/> of elapsed time, then saturated, then capped, then rounded half to even at 9 decimal places.</summary>
public sealed record Signal
{
    /// <summary>Gets the kind of touchpoint; once per model.</summary>
    public required TouchKind Kind { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A signal's kind"); }

    /// <summary>Gets what one touchpoint of quantity 1 counts at the instant at which it happened: -10,000 to 10,000; 0 shows it in explanations without counting it.</summary>
    public required decimal Weight { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Weight(value)); }

    /// <summary>Gets the elapsed time after which a touchpoint counts half: 1 second to 36,525 days; null for one that never fades. A touchpoint whose half-life block lies 64 or more blocks back counts nothing.</summary>
    public Duration? HalfLife { get; init => field = ScoreBounds.Checked(value, ScoreBounds.HalfLife(value)); }

    /// <summary>Gets the largest size of the signal's value, to either side of 0; null for none. It acts on the decayed sum, never on arrival.</summary>
    public decimal? Cap { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Cap(value)); }

    /// <summary>Gets C in <c>sign · C · (1 − e^(−|raw| / C))</c>, diminishing returns with slope 1 at 0: 0.000001 to 100,000,000; null for none.</summary>
    public decimal? Saturation { get; init => field = ScoreBounds.Checked(value, ScoreBounds.Saturation(value)); }

    /// <summary>Gets the group whose cap the signal shares; null for none.</summary>
    public SignalGroupKey? Group { get; init => field = ScoreBounds.Named(value, value?.IsAssigned ?? true, "A signal's group"); }
}
