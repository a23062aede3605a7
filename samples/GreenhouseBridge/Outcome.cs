namespace GreenhouseBridge;

/// <summary>What became of a delivery.</summary>
internal enum Outcome
{
    /// <summary>It was understood; its facts are on the timelines, now or already before.</summary>
    Recorded,

    /// <summary>It was left out, for a reason.</summary>
    Ignored,

    /// <summary>It was understood, and something of it waits: for a payload that says whose the application is, or for the library to take it.</summary>
    Waiting,

    /// <summary>It could not be mapped and was kept as it came, for another try.</summary>
    Kept,

    /// <summary>It was not taken; nothing of it is kept. The sender should hear that.</summary>
    Refused,
}
