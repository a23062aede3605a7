namespace GreenhouseBridge.Mapping;

/// <summary>Which of several tellings of the same topic become facts. The rules look at the set of them, never at what arrived first.</summary>
internal enum TellingRule
{
    /// <summary>Each becomes one.</summary>
    Each,

    /// <summary>The best one becomes one, the lowest rank and then the earliest, unless the topic has a telling of <see cref="Each"/>: for what a payload shows only in passing.</summary>
    Best,

    /// <summary>It becomes one where it is another fact than the one before it on the line: for what every payload repeats.</summary>
    Change,
}
