namespace CandidateCrm.Segments.Reading;

/// <summary>Which fields may be named here, and within how many counts.</summary>
internal readonly record struct Scope(SegmentSchema Schema, int Counts)
{
    internal bool IsOfItem => Counts > 0;

    internal Scope Items(SegmentSchema items) => new(items, Counts + 1);
}
