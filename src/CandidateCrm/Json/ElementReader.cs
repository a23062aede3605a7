namespace CandidateCrm.Json;

/// <summary>Reads one element of an array, at which the reader stands.</summary>
internal delegate T ElementReader<T>(ref DocumentReader reader);
