using System.Collections.Immutable;
using CandidateCrm.Calendars;
using NodaTime;

namespace CandidateCrm.Charter;

/// <summary>One expectation, opened for one candidate, with its own clock. It keeps its due time and is judged by the version of the rule it was opened under.</summary>
public sealed record Promise
{
    private readonly Instant? _dueAt;

    /// <summary>Gets the name.</summary>
    public required PromiseKey Key { get; init; }

    /// <summary>Gets the version of the expectation it is judged by.</summary>
    public required int Version { get; init; }

    /// <summary>Gets when it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>Gets when it is due. Evidence at this very instant keeps it. Null while it is paused, and for a prohibition.</summary>
    public required Instant? DueAt
    {
        get => State == PromiseState.Paused ? null : _dueAt;
        init => _dueAt = value;
    }

    /// <summary>Gets the calendar that the due time was computed with; unassigned for a prohibition.</summary>
    public CalendarKey Calendar { get; init; }

    /// <summary>Gets the version of that calendar; 0 for a prohibition.</summary>
    public int CalendarVersion { get; init; }

    /// <summary>Gets the version of the zone data that the due time was computed with; empty for a prohibition.</summary>
    public string ZoneDataVersion { get; init; } = string.Empty;

    /// <summary>
    /// Gets the position in the activation log of the rules that it was opened or last rebased under: its rule and its calendar, with all beneath that and
    /// the zones, are those. 0 outside of a relationship.
    /// </summary>
    public long RulesPosition { get; init; }

    /// <summary>Gets the verdict so far: in a relationship only <see cref="PromiseState.Open"/>, <see cref="PromiseState.Paused"/>, or <see cref="PromiseState.Broken"/> and not fulfilled since.</summary>
    public PromiseState State { get; init; }

    /// <summary>Gets the pauses so far, in the order in which they began; those that run have no end.</summary>
    public ImmutableArray<PromisePause> Pauses { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Gets since when it stands still; null while it does not.</summary>
    public Instant? PausedSince { get; init; }

    /// <summary>Gets the working time that is left while it stands still; null while it does not.</summary>
    public Duration? Remaining { get; init; }

    /// <summary>Gets how many steps of its levels are behind it, in the order in which they come.</summary>
    public int LevelsPassed { get; init; }

    /// <summary>Gets when something happens to it by time besides its due time: the next level, or the end of a pause that lasts too long. Null for nothing.</summary>
    public Instant? NextStepAt { get; init; }

    /// <summary>Gets how often its clock was changed.</summary>
    public int Changes { get; init; }

    /// <summary>Gets by when the candidate was told to expect it; null where nobody told.</summary>
    public Instant? ToldDueAt { get; init; }

    /// <summary>Gets what was counted against an allowance, from old to new; at most as many as it allows.</summary>
    public ImmutableArray<Instant> Counted { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Gets when it is due, or would be if it did not stand still; null for a prohibition.</summary>
    internal Instant? Target => _dueAt;
}
