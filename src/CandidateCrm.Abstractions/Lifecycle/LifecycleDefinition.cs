using System.Collections.Immutable;
using static CandidateCrm.Lifecycle.LifecycleTrigger;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// The phases of the relationship with a person, what leads from one to another, and which facts do: data, compiled by the engine.
/// What a phase has no row for is refused, which a reader of facts reports as a finding. Two definitions are not compared by their rows.
/// </summary>
public sealed record LifecycleDefinition
{
    internal const int MostPhases = 64;
    internal const int MostRows = 4096;
    internal const int MostReadings = 256;

    /// <summary>Gets the lifecycle for hosts that define none: the five built-in phases. Its table is in docs/lifecycle.md.</summary>
    public static LifecycleDefinition Default { get; } = new()
    {
        Key = LifecycleKey.From("candidate-lifecycle"),
        Version = 1,
        Start = Phase.Discover,
        Phases = Phase.BuiltIn,
        Rows = DefaultRows(),
    };

    /// <summary>Gets the name; it stays the same from version to version.</summary>
    /// <exception cref="ArgumentException">The key is not assigned.</exception>
    public required LifecycleKey Key
    {
        get;
        init => field = value.IsAssigned ? value : throw new ArgumentException("The key of a lifecycle must be assigned.", nameof(value));
    }

    /// <summary>Gets the version: 1 or more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is less than 1.</exception>
    public required int Version
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A version is 1 or more.");
    }

    /// <summary>Gets the phase in which a relationship starts.</summary>
    /// <exception cref="ArgumentException">The phase is not assigned.</exception>
    public required Phase Start
    {
        get;
        init => field = value.IsAssigned ? value : throw new ArgumentException("The first phase must be assigned.", nameof(value));
    }

    /// <summary>Gets the phases in the order in which they are shown: 1 to 64.</summary>
    /// <exception cref="ArgumentException">There are none or too many, or one is not assigned.</exception>
    public required ImmutableArray<Phase> Phases
    {
        get;
        init => field = !value.IsDefault && value.Length is >= 1 and <= MostPhases && value.All(phase => phase.IsAssigned)
            ? value
            : throw new ArgumentException($"A lifecycle has 1 to {MostPhases} phases, each assigned.", nameof(value));
    }

    /// <summary>Gets the rows, in any order: at most 4,096, one for a phase and a trigger.</summary>
    /// <exception cref="ArgumentException">There are too many, or one is null.</exception>
    public required ImmutableArray<LifecycleRow> Rows
    {
        get;
        init => field = !value.IsDefault && value.Length <= MostRows && value.All(row => row is not null)
            ? value
            : throw new ArgumentException($"A lifecycle has at most {MostRows} rows, none of them null.", nameof(value));
    }

    /// <summary>Gets what facts fire other triggers than the library reads in them, in the order in which they are asked: at most 256. The first that means a fact decides.</summary>
    /// <exception cref="ArgumentException">There are too many, or one is null.</exception>
    public ImmutableArray<LifecycleReading> Readings
    {
        get;
        init => field = value.IsDefault ? [] : value.Length <= MostReadings && value.All(reading => reading is not null)
            ? value
            : throw new ArgumentException($"A lifecycle has at most {MostReadings} readings, none of them null.", nameof(value));
    } = [];

    /// <summary>Gets what a snooze and a ban on contact refuse.</summary>
    /// <exception cref="ArgumentNullException">The rules are null.</exception>
    public OverlayRules Overlays
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value), "A lifecycle says what overlays refuse.");
    } = OverlayRules.Default;

    /// <summary>Gets how people who were hired are looked after.</summary>
    /// <exception cref="ArgumentNullException">The plan is null.</exception>
    public OnboardingPlan Onboarding
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value), "A lifecycle has a plan for onboarding; one without check-ins says so.");
    } = OnboardingPlan.Default;

    /// <summary>Returns key and version, such as «candidate-lifecycle v1».</summary>
    public override string ToString() => $"{Key} v{Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    private static ImmutableArray<LifecycleRow> DefaultRows() =>
    [
        .. From(Phase.Discover, (Approached, Phase.Attract), (ShowedInterest, Phase.Attract), (Conversed, Phase.Engage)),
        .. From(Phase.Discover, (Applied, Phase.Hire), (Hired, Phase.Nurture), (Parked, Phase.Nurture), (LifecycleTrigger.EmploymentEnded, Phase.Nurture)),
        .. Stay(Phase.Discover, Found),
        .. From(Phase.Attract, (Conversed, Phase.Engage), (Applied, Phase.Hire), (Hired, Phase.Nurture), (Parked, Phase.Nurture)),
        .. Stay(Phase.Attract, Found, Approached, ShowedInterest, LifecycleTrigger.EmploymentEnded),
        .. From(Phase.Engage, (Applied, Phase.Hire), (Hired, Phase.Nurture), (Parked, Phase.Nurture)),
        .. Stay(Phase.Engage, Found, Approached, ShowedInterest, Conversed, Reengaged, LifecycleTrigger.EmploymentEnded),
        .. From(Phase.Hire, (ProcessEnded, Phase.Nurture), (Hired, Phase.Nurture)),
        .. Stay(Phase.Hire, Found, Approached, ShowedInterest, Conversed, Applied, Reengaged, LifecycleTrigger.EmploymentEnded),
        .. From(Phase.Nurture, (Reengaged, Phase.Engage), (Applied, Phase.Hire)),
        .. Stay(Phase.Nurture, Found, Approached, ShowedInterest, Conversed, ProcessEnded, Hired, Parked, LifecycleTrigger.EmploymentEnded),
    ];

    private static IEnumerable<LifecycleRow> From(Phase from, params (LifecycleTrigger Trigger, Phase To)[] moves) =>
        moves.Select(move => new LifecycleRow { From = from, Trigger = move.Trigger, To = move.To });

    private static IEnumerable<LifecycleRow> Stay(Phase phase, params LifecycleTrigger[] triggers) =>
        triggers.Select(trigger => new LifecycleRow { From = phase, Trigger = trigger, To = phase });
}
