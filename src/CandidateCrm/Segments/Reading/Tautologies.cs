namespace CandidateCrm.Segments.Reading;

/// <summary>Counts that hold for everyone by their form alone.</summary>
internal static class Tautologies
{
    /// <summary>Says that a count holds whatever items there are, and however many.</summary>
    internal static bool IsOne(CountMode mode, decimal? threshold, SegmentRule where) => (mode, where) switch
    {
        (CountMode.AtLeast, _) when threshold == 0 => true,
        (CountMode.AtLeast, EveryoneRule) => threshold < 1,
        (CountMode.All, EveryoneRule) => true,
        (CountMode.AtMost or CountMode.None, NotRule { Rule: EveryoneRule }) => true,
        (CountMode.Exactly, NotRule { Rule: EveryoneRule }) => threshold == 0,
        _ => false,
    };
}
