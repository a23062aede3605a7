namespace CandidateCrm.Tests.Model;

internal sealed class ProcessGoneException() : Exception("The process is gone.");
