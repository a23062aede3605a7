
namespace CandidateCrm.Segments;

/// <summary>A segment that a tenant has saved: a rule under a key, or a list that people make by hand.</summary>
public sealed record SegmentDefinition
{
    /// <summary>The longest rule, in characters.</summary>
    public const int LongestRule = 1 << 19;

    /// <summary>Gets the key, by which rules refer to it.</summary>
    public required SegmentKey Key { get; init; }

    /// <summary>Gets the version, 1 or more; 1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int Version { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A version is 1 or more."); } = 1;

    /// <summary>Gets what people call it; null where the key is enough.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// Gets the rule: as text, such as <c>country = "DE"</c>, or, where it begins with a brace, as JSON in the form of react-querybuilder. Null for a segment whose members are only put in by hand.
    /// It stays in the form in which it was written; its literals have the types of the fields, so that it is read with all the rules of the tenant.
    /// </summary>
    /// <exception cref="ArgumentException">It is blank, or longer than <see cref="LongestRule"/>.</exception>
    public string? Rule
    {
        get;
        init => field = value is null || (value.Length <= LongestRule && !string.IsNullOrWhiteSpace(value))
            ? value
            : throw new ArgumentException($"A rule has 1 to {LongestRule} characters and is not blank; a segment without a rule has null.", nameof(value));
    }

    /// <summary>Gets whether the CRM knows at any time who is in it; <see cref="SegmentKeeping.OnDemand"/> by default.</summary>
    public SegmentKeeping Keeping { get; init => field = Known.Member(value, nameof(value)); }

    /// <summary>Gets a value indicating whether the rule is JSON.</summary>
    internal bool IsJson => Rule is { } rule && rule.AsSpan().TrimStart().StartsWith('{');
}
