namespace CandidateCrm.Segments.Reading;

/// <summary>A place in what is read.</summary>
internal readonly record struct Spot(string Where, int? Offset = null)
{
    internal Spot Member(string name) => new(Where.Length == 0 ? name : $"{Where}.{name}", Offset);

    internal Spot Element(int index) => new(FormattableString.Invariant($"{Where}[{index}]"), Offset);
}
