namespace CandidateCrm.Rules.Shapes;

/// <summary>What is wrong with one value.</summary>
internal sealed record Complaint(string Code, string Sentence);
