namespace CandidateCrm.Engagement;

/// <summary>What the scores of a fold counted, in the order of the line.</summary>
internal sealed class CountedTouches
{
    internal List<Touch> All { get; } = [];

    /// <summary>Gets or sets how many facts were passed over because they told nothing new.</summary>
    internal int NothingNew { get; set; }
}
