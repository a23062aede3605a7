using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>Which trigger certain facts fire, instead of what the library reads in them: data, so that a tenant can publish it.</summary>
public sealed record LifecycleReading
{
    /// <summary>Gets which facts are meant.</summary>
    /// <exception cref="ArgumentNullException">The pattern is null.</exception>
    public required FactPattern When
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value), "A reading says which facts it means.");
    }

    /// <summary>Gets the trigger; null where they move nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The trigger is none of those defined.</exception>
    public LifecycleTrigger? Trigger
    {
        get;
        init => field = value is null || Enum.IsDefined(value.Value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The trigger is none of those defined.");
    }
}
