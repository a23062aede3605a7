namespace CandidateCrm.Tests.Timeline;

internal sealed class StoreLostException() : Exception("The connection to the store is lost.");
