namespace CandidateCrm.Segments.Reading;

/// <summary>What stands after an operator.</summary>
internal enum Family
{
    Comparison,
    Search,
    Presence,
    List,
    Sets,
    Length,
    Period,
}
