namespace Quickstart;

/// <summary>What the process says at its end.</summary>
internal static class ExitCode
{
    internal const int Clean = 0;
    internal const int WithFaults = 1;
    internal const int NothingDone = 2;
    internal const int Stopped = 130;
}
