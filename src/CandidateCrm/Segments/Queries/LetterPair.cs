namespace CandidateCrm.Segments.Queries;

/// <summary>A letter, and the one that stands for it where case is ignored.</summary>
internal readonly record struct LetterPair(string Letter, string Stands);
