namespace CandidateCrm.Segments;

/// <summary>A time seen from now: an anchor in the zone, and an offset in the calendar after it. Compared with a date it is its local date.</summary>
public sealed record RelativeOperand : SegmentOperand
{
    /// <summary>Initializes the operand.</summary>
    /// <param name="anchor">Where it begins.</param>
    /// <param name="offset">How many units later; earlier where it is negative.</param>
    /// <param name="unit">The unit; without an offset it has no meaning and is <see cref="TimeUnit.Day"/>.</param>
    public RelativeOperand(TimeAnchor anchor, int offset = 0, TimeUnit unit = TimeUnit.Day)
    {
        Anchor = Known.Member(anchor, nameof(anchor));
        Offset = offset;
        Unit = offset == 0 ? TimeUnit.Day : Known.Member(unit, nameof(unit));
    }

    /// <summary>Gets where it begins.</summary>
    public TimeAnchor Anchor { get; }

    /// <summary>Gets how many units later.</summary>
    public int Offset { get; }

    /// <summary>Gets the unit of the offset.</summary>
    public TimeUnit Unit { get; }

    internal override bool IsKnown() => true;
}
