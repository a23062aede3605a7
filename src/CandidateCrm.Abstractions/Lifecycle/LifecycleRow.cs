namespace CandidateCrm.Lifecycle;

/// <summary>One row of a lifecycle: in this phase, this trigger leads there.</summary>
public sealed record LifecycleRow
{
    /// <summary>Gets the phase before.</summary>
    /// <exception cref="ArgumentException">The phase is not assigned.</exception>
    public required Phase From
    {
        get;
        init => field = Assigned(value);
    }

    /// <summary>Gets the trigger.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The trigger is none of those defined.</exception>
    public required LifecycleTrigger Trigger
    {
        get;
        init => field = Enum.IsDefined(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The trigger is none of those defined.");
    }

    /// <summary>Gets the phase afterwards. The same as before says: expected here, and nothing changes.</summary>
    /// <exception cref="ArgumentException">The phase is not assigned.</exception>
    public required Phase To
    {
        get;
        init => field = Assigned(value);
    }

    private static Phase Assigned(Phase value) => value.IsAssigned
        ? value
        : throw new ArgumentException("A phase of a row must be assigned.", nameof(value));
}
