namespace CandidateCrm.Segments;

/// <summary>A collection of items that rules may use.</summary>
public sealed class CollectionField : OrdinaryField
{
    internal CollectionField(string name)
        : base(name)
    {
    }

    /// <summary>A rule holds for so many items.</summary>
    /// <param name="where">The rule, over the fields of an item.</param>
    /// <param name="mode">How many.</param>
    /// <param name="threshold">The number or the proportion, where the mode takes one.</param>
    public SegmentRule Count(SegmentRule where, CountMode mode, decimal? threshold = null) => new CountRule(Name, where, mode, threshold);
}
