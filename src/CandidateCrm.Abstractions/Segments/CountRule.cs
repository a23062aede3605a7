namespace CandidateCrm.Segments;

/// <summary>How many items of a collection, or elements of a set, a rule holds for. All its conditions have to hold for the same item.</summary>
public sealed record CountRule : SegmentRule
{
    /// <summary>Initializes the condition.</summary>
    /// <param name="collection">The name of a collection or set.</param>
    /// <param name="where">A rule over the fields of an item; the element of a set is the field with the empty name.</param>
    /// <param name="mode">How many.</param>
    /// <param name="threshold">The number for at least, at most and exactly, or a proportion between 0 and 1 of the items, compared without rounding; null for the other modes.</param>
    /// <exception cref="ArgumentException">The mode takes no threshold, or needs one.</exception>
    public CountRule(string collection, SegmentRule where, CountMode mode, decimal? threshold = null)
    {
        ArgumentNullException.ThrowIfNull(where);
        Collection = Known.Field(collection);
        Where = where;
        Mode = Known.Member(mode, nameof(mode));
        Threshold = threshold is null == mode is CountMode.All or CountMode.Some or CountMode.None
            ? threshold is { } number ? Known.Number(number) : null
            : throw new ArgumentException("At least, at most and exactly take a threshold; all, some and none take none.", nameof(threshold));
    }

    /// <summary>Gets the name of the collection or set.</summary>
    public string Collection { get; }

    /// <summary>Gets the rule over an item.</summary>
    public SegmentRule Where { get; }

    /// <summary>Gets how many.</summary>
    public CountMode Mode { get; }

    /// <summary>Gets the number or the proportion; null where the mode takes none.</summary>
    public decimal? Threshold { get; }

    internal override int Depth => Math.Max(1, Where.Depth);

    internal override TResult Accept<TResult>(RuleVisitor<TResult> visitor) => visitor.Visit(this);
}
