namespace CandidateCrm.Segments.Reading;

/// <summary>
/// A rule as it was written, before a schema says what its words mean. Text, JSON and rules made in code all become this, so that one place
/// judges them.
/// </summary>
internal abstract record RawRule(Spot Spot);
