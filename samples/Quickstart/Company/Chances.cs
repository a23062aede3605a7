using CandidateCrm.Testing;

namespace Quickstart.Company;

/// <summary>What the story of the company asks of chance.</summary>
internal static class Chances
{
    /// <summary>Says yes so many times of a hundred.</summary>
    internal static bool Happens(this RepeatableRandom dice, int percent) => dice.Next(100) < percent;

    /// <summary>Rolls a number, both ends included.</summary>
    internal static int Between(this RepeatableRandom dice, int least, int most) => least + dice.Next(most - least + 1);

    /// <summary>Picks one of several.</summary>
    internal static T Pick<T>(this RepeatableRandom dice, params ReadOnlySpan<T> choices) => choices[dice.Next(choices.Length)];
}
