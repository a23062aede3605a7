namespace CandidateCrm.Segments;

/// <summary>One thing that is wrong with a rule: what, where, and what would be right.</summary>
public sealed record SegmentFault
{
    /// <summary>Gets the stable code, one of <see cref="SegmentFaultCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the place: line and column of a text, such as <c>1:15</c>; the path within JSON, such as <c>rules[0].value</c>, which also names the parts of a rule made in code. Empty for the whole.</summary>
    public required string Where { get; init; }

    /// <summary>Gets how many characters of the text stand before it; null for JSON and for rules made in code.</summary>
    public int? Offset { get; init; }

    /// <summary>Gets a sentence that says what is wrong and what would be right.</summary>
    public required string Sentence { get; init; }

    /// <summary>Gets what may have been meant; null where nothing is near.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Returns all of it.</summary>
    public override string ToString() => Where.Length == 0 ? $"{Sentence} ({Code})" : $"{Where}: {Sentence} ({Code})";
}
