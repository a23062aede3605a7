using CandidateCrm.Timeline;

namespace CandidateCrm.Engagement;

/// <summary>How good or bad moments of a kind are. Of two rules that fit a moment, the one that says what it is about wins.</summary>
public sealed record MomentRule
{
    /// <summary>Gets the kind.</summary>
    /// <exception cref="ArgumentException">The kind was never assigned.</exception>
    public required MomentKind Kind { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A rule's kind of moment"); }

    /// <summary>Gets what the moment is about: the key of an expectation or the reason of an ending; unassigned for whatever it is about.</summary>
    public FactCode About { get; init; }

    /// <summary>Gets the valence, -100 to 100 with at most 9 decimal places; null where such a moment does not count, as a promise that no candidate knows of.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The valence lies outside these bounds.</exception>
    public required decimal? Valence { get; init => field = value is { } valence ? ScoreBounds.Checked(valence, ExperienceBounds.Valence(valence)) : null; }
}
