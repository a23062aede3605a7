namespace CandidateCrm.Benchmarks.Reports;

/// <summary>One goal: numerator / denominator is at most the ratio, and the numerator allocates at most so many bytes per operation.</summary>
/// <param name="Id">R or T, a number, and a letter where one row has several goals.</param>
/// <param name="Numerator">What is measured.</param>
/// <param name="Denominator">What it is held against; null where only bytes count.</param>
/// <param name="MostRatio">The largest ratio; null where only bytes count.</param>
/// <param name="MostBytes">The most bytes per operation; null where nothing is said.</param>
/// <param name="Compares">Whether the ratio is one of times or of bytes.</param>
public sealed record Goal(string Id, string Numerator, string? Denominator, double? MostRatio, long? MostBytes = null, Compares Compares = Compares.Time);
