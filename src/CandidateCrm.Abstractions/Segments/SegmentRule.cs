using System.Collections.Immutable;

namespace CandidateCrm.Segments;

/// <summary>
/// A rule over the fields of a schema: immutable, compared by value, in a closed set of kinds, so that everything that reads rules knows all of them.
/// A rule says nothing of the schema; whether it fits one is judged when it is read or reviewed.
/// </summary>
public abstract record SegmentRule
{
    /// <summary>The largest number of groups within each other.</summary>
    public const int DeepestNesting = 16;

    /// <summary>The largest number of conditions.</summary>
    public const int MostConditions = 500;

    /// <summary>The largest number of values in one list.</summary>
    public const int MostValues = 1_000;

    private protected SegmentRule()
    {
    }

    /// <summary>Gets the rule that holds for everyone.</summary>
    public static EveryoneRule Everyone { get; } = new();

    /// <summary>Gets how many groups stand within each other, as the JSON form has them; 0 for a condition.</summary>
    internal virtual int Depth => 0;

    /// <summary>Joins rules that all have to hold; one alone is itself.</summary>
    /// <exception cref="ArgumentException">There is none: an empty group is not «everyone».</exception>
    public static SegmentRule All(params IEnumerable<SegmentRule> rules)
    {
        ImmutableArray<SegmentRule> taken = [.. rules];
        return taken is [{ } only] ? only : new AndRule(taken);
    }

    /// <summary>Joins rules of which one has to hold; one alone is itself.</summary>
    /// <exception cref="ArgumentException">There is none: an empty group is not «nobody».</exception>
    public static SegmentRule Any(params IEnumerable<SegmentRule> rules)
    {
        ImmutableArray<SegmentRule> taken = [.. rules];
        return taken is [{ } only] ? only : new OrRule(taken);
    }

    /// <summary>Both have to hold. A group on the left takes the right as one more rule.</summary>
    public static SegmentRule operator &(SegmentRule left, SegmentRule right) => left is AndRule group ? new AndRule([.. group.Rules, right]) : new AndRule([left, right]);

    /// <summary>One of both has to hold. A group on the left takes the right as one more rule.</summary>
    public static SegmentRule operator |(SegmentRule left, SegmentRule right) => left is OrRule group ? new OrRule([.. group.Rules, right]) : new OrRule([left, right]);

    /// <summary>The rule must not hold; the complement of the whole.</summary>
    public static SegmentRule operator !(SegmentRule rule) => new NotRule(rule);

    /// <summary>Returns the name of the kind, never a value; <c>SegmentText.Format</c> writes the rule.</summary>
    public sealed override string ToString() => GetType().Name;

    internal abstract TResult Accept<TResult>(RuleVisitor<TResult> visitor);
}
