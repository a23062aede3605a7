using System.Collections.Immutable;
using CandidateCrm.Calendars;
using CandidateCrm.Timeline;

namespace CandidateCrm.Charter;

/// <summary>An expectation with a clock: kept by a fact in time, or broken at its due instant.</summary>
public abstract record TimedExpectation : Expectation
{
    /// <summary>The largest number of levels.</summary>
    public const int MostLevels = 16;

    /// <summary>The largest number of reasons to pause.</summary>
    public const int MostPauses = 8;

    private protected TimedExpectation()
    {
    }

    /// <summary>Gets which facts keep it: of the same application where the promise belongs to one.</summary>
    public required FactPattern KeptBy { get; init; }

    /// <summary>Gets the calendar that all its times are counted with.</summary>
    public required CalendarKey Calendar { get; init; }

    /// <summary>Gets a value indicating whether what no person did may keep it: a touchpoint that says so of itself, or anything by a provider or by this library; false by default.</summary>
    public bool AutomationMayKeep { get; init; }

    /// <summary>Gets who is told, and when, before it is due and after it broke; nobody by default. At most <see cref="MostLevels"/>.</summary>
    public ImmutableArray<PromiseLevel> Levels { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Gets what makes its time stand still; nothing by default. At most <see cref="MostPauses"/>.</summary>
    public ImmutableArray<PauseRule> Pauses { get; init => field = value.IsDefault ? [] : value; } = [];
}
