namespace CandidateCrm.Relationships;

/// <summary>A version of the rules that running work needs cannot be had. Caught by the fold, which sets the feature aside: never the nearest version instead.</summary>
internal sealed class RulesUnavailableException(string message) : Exception(message);
