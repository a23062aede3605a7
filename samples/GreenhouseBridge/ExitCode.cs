namespace GreenhouseBridge;

/// <summary>What the process says at its end.</summary>
internal static class ExitCode
{
    /// <summary>Every payload was recorded, or ignored for a reason.</summary>
    internal const int Clean = 0;

    /// <summary>Some payload was refused, was kept, or waits.</summary>
    internal const int WithFindings = 1;

    /// <summary>The command was not understood, or there was nothing to read.</summary>
    internal const int NothingDone = 2;

    internal const int Stopped = 130;
}
