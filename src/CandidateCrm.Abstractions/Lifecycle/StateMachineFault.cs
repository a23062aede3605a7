namespace CandidateCrm.Lifecycle;

/// <summary>One thing that is wrong with a definition of a state machine.</summary>
public sealed record StateMachineFault
{
    /// <summary>Gets the stable code, one of <see cref="StateMachineFaultCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets a sentence that names the states and triggers concerned and says what to do.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets the place within the document that the definition was read from, such as <c>rules[3].to</c>; null where there is none.</summary>
    public string? Where { get; init; }
}
