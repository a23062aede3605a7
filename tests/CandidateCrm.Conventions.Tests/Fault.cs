namespace CandidateCrm.Conventions;

/// <summary>Something that breaks a convention: which rule, where (the key of an exemption), and a sentence that says what would be right.</summary>
public sealed record Fault(string Rule, string Where, string Sentence);
