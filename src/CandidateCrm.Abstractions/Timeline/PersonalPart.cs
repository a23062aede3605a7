using System.Collections.Immutable;
using CandidateCrm.Candidates;

namespace CandidateCrm.Timeline;

/// <summary>The personal part of an event: names, addresses, free text, the raw payload. Stored apart from the rule part; it can go alone, and no verdict changes.</summary>
public sealed record PersonalPart
{
    /// <summary>The largest number of fields.</summary>
    public const int MostFields = 64;

    /// <summary>The largest length of all names and values together, in characters.</summary>
    public const int LongestText = 65_536;

    /// <summary>Gets the fields by name, in ordinal order: at most 64, and at most 65,536 characters together.</summary>
    [PersonalData]
    public required ImmutableSortedDictionary<string, string> Fields
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Count > MostFields || value.Sum(f => f.Key.Length + f.Value.Length) > LongestText)
            {
                throw new ArgumentException($"A personal part has at most {MostFields} fields and {LongestText} characters.", nameof(value));
            }

            field = value.WithComparers(StringComparer.Ordinal);
        }
    }

    /// <summary>Makes a personal part of one field.</summary>
    public static PersonalPart Of(string name, string value) =>
        new() { Fields = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add(name, value) };

    /// <summary>Says the same fields with the same values.</summary>
    public bool Equals(PersonalPart? other) => other is not null && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => Fields.Count;

    /// <summary>Returns the number of fields, never their names or values.</summary>
    public override string ToString() => $"PersonalPart ({Fields?.Count ?? 0} fields)";
}
