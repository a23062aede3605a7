namespace CandidateCrm.Engagement;

/// <summary>The instants that a search looks at: a start, and whole steps from it. Index 0 is the start and stands for «never» in an answer.</summary>
internal readonly record struct Grid(Int128 Start, long Step, long Last)
{
    /// <summary>Makes a grid that ends at or after the instant from which nothing changes any more, as far as instants go.</summary>
    internal static Grid Until(Int128 start, long step, Int128? end)
    {
        if (end is not { } last || last <= start)
        {
            return new Grid(start, step, 0);
        }

        var steps = (last - start + step - 1) / step;
        return new Grid(start, step, (long)Int128.Min(steps, (ElapsedTime.Latest - start) / step));
    }

    internal Int128? At(long index) => index == 0 ? null : Start + ((Int128)index * Step);

    /// <summary>Returns the last place at which a threshold is still met, given the first at which it is not.</summary>
    internal Int128? Before(long index) => index == 0 ? null : Start + ((Int128)(index - 1) * Step);
}
