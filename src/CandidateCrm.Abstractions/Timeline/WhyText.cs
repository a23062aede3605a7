namespace CandidateCrm.Timeline;

/// <summary>Why somebody did something, in their own words: at most 500 characters.</summary>
internal static class WhyText
{
    private const int Longest = 500;

    /// <summary>Returns words that may be left out, or throws.</summary>
    internal static string Optional(string? why, string parameter) =>
        why is { Length: <= Longest } ? why : throw new ArgumentException("A reason has 0 to 500 characters.", parameter);

    /// <summary>Returns words that have to be said, or throws.</summary>
    internal static string Required(string? why, string parameter) =>
        why is { Length: <= Longest } && !string.IsNullOrWhiteSpace(why) ? why : throw new ArgumentException("A reason has 1 to 500 characters.", parameter);
}
