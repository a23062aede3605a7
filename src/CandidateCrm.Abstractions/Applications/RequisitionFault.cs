namespace CandidateCrm.Applications;

/// <summary>One thing that is wrong with a requisition, or with a command to one.</summary>
public sealed record RequisitionFault
{
    /// <summary>Gets the stable code, one of <see cref="RequisitionFaultCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets where: the name of a member, and of a row in brackets, from 0 on, such as <c>Forecast[2]</c>.</summary>
    public required string Where { get; init; }

    /// <summary>Gets a sentence that says what is wrong.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets a sentence that says what would be right.</summary>
    public required string WouldBeRight { get; init; }

    /// <summary>Returns place, code and sentence.</summary>
    public override string ToString() => $"{Where}: {Code}: {Sentence}";
}
