using System.Collections.Immutable;

namespace CandidateCrm.Timeline;

/// <summary>The fields of one fact.</summary>
internal static class FactFields
{
    /// <summary>Returns the fields in ordinal order of their names, each name once.</summary>
    internal static ImmutableArray<FactField> Sorted(ImmutableArray<FactField> fields, int most, string what)
    {
        var sorted = fields.IsDefaultOrEmpty ? [] : fields.Sort((a, b) => string.CompareOrdinal(a.Name.Value, b.Name.Value));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Name == sorted[i - 1].Name)
            {
                throw new ArgumentException($"{what} names each attribute once.", nameof(fields));
            }
        }

        return sorted.Length <= most ? sorted : throw new ArgumentException($"{what} has at most {most} attributes.", nameof(fields));
    }
}
