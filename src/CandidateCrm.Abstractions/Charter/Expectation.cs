using System.Collections.Immutable;
using CandidateCrm.Calendars;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>A rule of the charter: once <see cref="StartedBy"/> happens, <see cref="KeptBy"/> must follow within <see cref="Limit"/>.</summary>
public sealed record Expectation
{
    /// <summary>Gets the name; unique within a charter.</summary>
    public required ExpectationKey Key { get; init; }

    /// <summary>Gets the version, from 1 on. A promise keeps the version it was opened under.</summary>
    public int Version
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A version counts from 1.");
    } = 1;

    /// <summary>Gets which facts open a promise. Each opens one of its own.</summary>
    public required FactPattern StartedBy { get; init; }

    /// <summary>Gets which facts keep it: of the same application where the promise belongs to one.</summary>
    public required FactPattern KeptBy { get; init; }

    /// <summary>Gets the time allowed.</summary>
    public required Limit Limit { get; init; }

    /// <summary>Gets the calendar that the limit is counted with.</summary>
    public required CalendarKey Calendar { get; init; }

    /// <summary>Gets a value indicating whether what no person did may keep it: a touchpoint that says so of itself, or anything by a provider or by this library; false by default.</summary>
    public bool AutomationMayKeep { get; init; }

    /// <summary>Gets a value indicating whether a recruiter task is opened when it is broken; true by default.</summary>
    public bool TaskWhenBroken { get; init; } = true;

    /// <summary>Gets what is promised, in words for candidates, by language tag such as <c>en</c>.</summary>
    public ImmutableSortedDictionary<string, string> Text { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
