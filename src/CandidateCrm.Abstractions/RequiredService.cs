namespace CandidateCrm;

/// <summary>A service that must be registered, and how.</summary>
internal sealed record RequiredService(Type Type, string Hint);
