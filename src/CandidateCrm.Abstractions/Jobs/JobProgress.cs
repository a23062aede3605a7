namespace CandidateCrm.Jobs;

/// <summary>
/// How far a job has come along its list: of candidates, each once, or, where it tries failed features again, of failed features. A page that is
/// done again after a crash counts once.
/// </summary>
public readonly record struct JobProgress
{
    /// <summary>Gets how many entries of the list it has been through, those that failed included.</summary>
    public long Done { get; init; }

    /// <summary>Gets how often something was written for a candidate.</summary>
    public long Changed { get; init; }

    /// <summary>Gets how often a candidate failed and was passed over.</summary>
    public long Failed { get; init; }

    /// <summary>
    /// Gets how many entries the list had at the beginning; null before that. <see cref="Done"/> ends above it
    /// only where entries came later, and below it where some went.
    /// </summary>
    public long? Total { get; init; }
}
