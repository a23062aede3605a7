using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Candidates;

/// <summary>
/// The host tells recorded attributes of a person, such as country or skills; segment rules may use those that the tenant's rules declare. Attributes that are
/// not named stay as they are. One that is not declared, or of another type than it is declared with, is noted as a finding.
/// </summary>
[WireName("candidate.attributes_changed")]
public sealed record AttributesChanged : IFact
{
    /// <summary>The largest number of attributes of one fact.</summary>
    public const int MostValues = 100;

    /// <summary>Gets the attributes that are told, in ordinal order of their names: 1 to 100, each name once. A field without a value says that there is none any more.</summary>
    /// <exception cref="ArgumentException">A name is there twice, or there are more than 100.</exception>
    public required ImmutableArray<FactField> Values
    {
        get;
        init => field = FactFields.Sorted(value, MostValues, "A change of attributes");
    }

    /// <summary>
    /// Gets the version of the host's row that the values were read from, 0 or more, or null where the host has none. An attribute never goes back to an older version than it was told with; of the
    /// same version, and of those told without one, the later on the timeline holds. A version that was told stays the measure also after a change that told none.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public long? RowVersion
    {
        get;
        init => field = value is null or >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A row version is 0 or more.");
    }

    /// <summary>Says the same values of the same row version.</summary>
    public bool Equals(AttributesChanged? other) => other is not null && RowVersion == other.RowVersion && Values.AsSpan().SequenceEqual(other.Values.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RowVersion, Values.Length);

    /// <summary>Returns how many attributes are told, never a value.</summary>
    public override string ToString() => $"AttributesChanged ({Values.Length} attributes)";
}
