using System.Collections.Frozen;
using System.Collections.Immutable;
using CandidateCrm.Segments.Evaluation;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>The fields that rules over <typeparamref name="T"/> may name, and how each is read. Safe for concurrent use.</summary>
/// <typeparam name="T">What the rules are about.</typeparam>
public sealed class SegmentSchema<T> : SegmentSchema
{
    private readonly FrozenDictionary<string, FieldReader<T>> _readers;

    internal SegmentSchema(ImmutableArray<SegmentField> fields, IReadOnlyDictionary<string, FieldReader<T>> readers, IsoDayOfWeek weekStart)
        : base(fields, weekStart) => _readers = readers.ToFrozenDictionary(StringComparer.Ordinal);

    internal RulePrograms<T> Programs { get; } = new();

    /// <summary>Makes a rule ready for candidates.</summary>
    /// <param name="rule">A rule, from code, text or JSON.</param>
    /// <param name="terms">What it is judged by beside the schema.</param>
    /// <exception cref="InvalidSegmentException">The rule has faults; all of them are listed.</exception>
    public SegmentPredicate<T> Compile(SegmentRule rule, SegmentTerms terms) => SegmentPredicate<T>.Of(this, rule, terms);

    internal FieldReader<T> ReaderOf(string field) => _readers[field];
}
