using System.Collections.Immutable;
using CandidateCrm.Timeline;

namespace CandidateCrm.Segments;

/// <summary>What the parts of a rule have to be, so that a rule that exists can be read by everything that reads rules.</summary>
internal static class Known
{
    internal static T Member<T>(T value, string parameter)
        where T : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(parameter, value, "The value is no member of its enumeration.");

    internal static string Field(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field;
    }

    internal static ImmutableArray<AttributeValue> Values(IEnumerable<AttributeValue> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. values.Select(value => Value(value, nameof(values)))];
    }

    /// <summary>Returns the value as it stands in a rule: one value, and a number without zeros at its end, so that equal rules are written alike.</summary>
    internal static AttributeValue Value(AttributeValue value, string parameter) => value.Type switch
    {
        AttributeType.Number => Number(value.AsNumber),
        _ when value.IsSingle => value,
        _ => throw new ArgumentException("A rule names single values: not none, and no set.", parameter),
    };

    internal static ImmutableArray<SegmentRule> Rules(IEnumerable<SegmentRule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ImmutableArray<SegmentRule> taken = [.. rules];
        return taken.Length >= 2 && taken.All(rule => rule is not null)
            ? taken
            : throw new ArgumentException("A group joins at least two rules; one alone is itself, and none is not «everyone».", nameof(rules));
    }

    /// <summary>Returns the number without zeros at its end.</summary>
    internal static decimal Number(decimal number) => number == 0 ? 0 : number / 1.0000000000000000000000000000m;

    internal static int Hash<T>(ImmutableArray<T> items)
    {
        var hash = default(HashCode);
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
