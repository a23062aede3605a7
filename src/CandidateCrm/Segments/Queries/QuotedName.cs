namespace CandidateCrm.Segments.Queries;

/// <summary>A name that was quoted, or a word that the library wrote.</summary>
internal readonly record struct QuotedName(string Text);
