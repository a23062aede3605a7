namespace CandidateCrm.Segments.Evaluation;

/// <summary>What the positive form of a condition says of one candidate.</summary>
internal enum Outcome : byte
{
    No,
    Yes,
    NoValue,
}
