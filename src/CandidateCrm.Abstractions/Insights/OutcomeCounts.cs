namespace CandidateCrm.Insights;

/// <summary>Applications by how they stand.</summary>
public sealed record OutcomeCounts
{
    /// <summary>Gets how many are still open: right-censored, neither won nor lost.</summary>
    public required long Open { get; init; }

    /// <summary>Gets how many ended with a hire.</summary>
    public required long Hired { get; init; }

    /// <summary>Gets how many we rejected.</summary>
    public required long Rejected { get; init; }

    /// <summary>Gets how many candidates withdrew.</summary>
    public required long Withdrew { get; init; }

    /// <summary>Gets how many ended without a verdict on the person.</summary>
    public required long ClosedOtherwise { get; init; }

    /// <summary>Gets how many there are altogether.</summary>
    public long Total => Open + Hired + Rejected + Withdrew + ClosedOtherwise;
}
