namespace CandidateCrm.Audit;

/// <summary>One thing that is wrong with the text of a bundle. It quotes nothing of the text but names of definitions.</summary>
public sealed record BundleFault
{
    /// <summary>Gets the stable code, one of <see cref="BundleFaultCodes"/>, or that of a fault of a definition.</summary>
    public required string Code { get; init; }

    /// <summary>Gets where, such as <c>events 3</c>, counted from 1.</summary>
    public required string Where { get; init; }

    /// <summary>Gets a sentence that says what is wrong and what would be right.</summary>
    public required string Sentence { get; init; }

    /// <summary>Returns all three.</summary>
    public override string ToString() => $"{Where}: {Sentence} ({Code})";
}
