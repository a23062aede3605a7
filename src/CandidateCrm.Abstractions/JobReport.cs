namespace CandidateCrm;

/// <summary>What one round of jobs did.</summary>
public sealed record JobReport
{
    /// <summary>Gets how many pages were done.</summary>
    public required int Pages { get; init; }

    /// <summary>Gets how many relationships were on them.</summary>
    public required long Relationships { get; init; }

    /// <summary>Gets of how many of them something was written.</summary>
    public required long Changed { get; init; }

    /// <summary>Gets how many of them failed and were passed over.</summary>
    public required long Failed { get; init; }

    /// <summary>Gets how many pages could not be done and will be tried again, or had their job fail.</summary>
    public required int PagesFailed { get; init; }

    /// <summary>Gets how many jobs were done to the end.</summary>
    public required int Finished { get; init; }

    /// <summary>Gets how many jobs were left to somebody else: the lease was lost, or this version does not know what the job does.</summary>
    public required int LeftToOthers { get; init; }
}
