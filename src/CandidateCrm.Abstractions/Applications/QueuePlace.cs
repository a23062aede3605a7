namespace CandidateCrm.Applications;

/// <summary>A place in the queue that may be shown.</summary>
public readonly record struct QueuePlace
{
    /// <summary>Gets the place, from 1 on.</summary>
    public required int Place { get; init; }

    /// <summary>Gets how many wait: <see cref="PublicStatus.LeastQueue"/> or more, so that nobody is found out by it.</summary>
    public required int Of { get; init; }

    /// <summary>Returns such as «3 of 12».</summary>
    public override string ToString() => FormattableString.Invariant($"{Place} of {Of}");
}
