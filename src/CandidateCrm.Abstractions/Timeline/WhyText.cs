using CandidateCrm.Candidates;

namespace CandidateCrm.Timeline;

/// <summary>Why somebody did something, in their own words: at most 500 characters, without half a surrogate pair, which no store could keep.</summary>
internal static class WhyText
{
    private const int Longest = 500;

    /// <summary>Returns words that may be left out, or throws.</summary>
    internal static string Optional(string? why, string parameter) =>
        why is { Length: <= Longest } ? Formed(why, parameter) : throw new ArgumentException("A reason has 0 to 500 characters.", parameter);

    /// <summary>Returns words that have to be said, or throws.</summary>
    internal static string Required(string? why, string parameter) =>
        why is { Length: <= Longest } && !string.IsNullOrWhiteSpace(why) ? Formed(why, parameter) : throw new ArgumentException("A reason has 1 to 500 characters.", parameter);

    private static string Formed(string why, string parameter) =>
        HostText.IsWellFormed(why) ? why : throw new ArgumentException("A reason is well-formed text, but this one has half a surrogate pair.", parameter);
}
