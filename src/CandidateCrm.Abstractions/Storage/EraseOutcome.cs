namespace CandidateCrm.Storage;

/// <summary>What was erased and what is left; facts that wait in the inbox count as events. A second time erases nothing more.</summary>
public sealed record EraseOutcome
{
    /// <summary>Gets how many personal parts went.</summary>
    public required int PersonalParts { get; init; }

    /// <summary>Gets how many events went.</summary>
    public required int Events { get; init; }

    /// <summary>Gets how many events of the candidate are left.</summary>
    public required int EventsLeft { get; init; }
}
