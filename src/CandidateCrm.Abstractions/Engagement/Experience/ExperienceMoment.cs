using CandidateCrm.Applications;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Engagement;

/// <summary>Something that a candidate remembers, and how good or bad it was.</summary>
public sealed record ExperienceMoment
{
    /// <summary>Gets the id; a moment counts once per id, and ids compare ordinally.</summary>
    /// <exception cref="ArgumentException">The id was never assigned.</exception>
    public required EventId Id { get; init => field = ScoreBounds.Named(value, value.IsAssigned, "A moment's id"); }

    /// <summary>Gets when it was.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets how it was: -100 (as bad as can be) to 100, with at most 9 decimal places.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The valence lies outside these bounds.</exception>
    public required decimal Valence { get; init => field = ScoreBounds.Checked(value, ExperienceBounds.Valence(value)); }

    /// <summary>Gets what kind of moment it was; unassigned where that does not matter.</summary>
    public MomentKind Kind { get; init; }

    /// <summary>Gets what it was about, such as the key of the expectation; unassigned where nothing more is known.</summary>
    public FactCode About { get; init; }

    /// <summary>Gets the application that it belongs to; unassigned for the relationship as a whole.</summary>
    public JobApplicationId Application { get; init; }
}
