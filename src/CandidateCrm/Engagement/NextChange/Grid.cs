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

    /// <summary>Gets the first instant that may be looked at. A grid of seconds begins before it, where what has just been added cannot answer yet.</summary>
    internal Int128 Earliest { get; init; } = Start;

    internal Int128? At(long index) => index == 0 ? null : Start + ((Int128)index * Step);

    /// <summary>Returns the last place at which a threshold is still met, given the first at which it is not.</summary>
    internal Int128? Before(long index) => index == 0 ? null : Start + ((Int128)(index - 1) * Step);

    /// <summary>Returns an instant to begin with: that of a place, and of place 0 the first that may be looked at.</summary>
    internal Int128 From(long index) => Int128.Max(Start + ((Int128)index * Step), Earliest);
}
