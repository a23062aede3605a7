using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>The fields that rules may name, with type and class. <see cref="For{T}"/> begins one over any type of the host.</summary>
public abstract class SegmentSchema
{
    /// <summary>The name that stands for other segments: no field bears it.</summary>
    public const string SegmentName = "segment";

    /// <summary>The name that stands for everyone: no field bears it.</summary>
    public const string EveryoneName = "everyone";

    /// <summary>The longest name of a field.</summary>
    public const int LongestName = 200;

    private readonly FrozenDictionary<string, SegmentField> _byName;

    private protected SegmentSchema(ImmutableArray<SegmentField> fields, IsoDayOfWeek weekStart)
    {
        Fields = fields;
        WeekStart = weekStart;
        _byName = fields.ToFrozenDictionary(field => field.Name, StringComparer.Ordinal);
        Names = [.. fields.Select(field => field.Name)];
    }

    /// <summary>Gets the fields in the order in which they were named.</summary>
    public ImmutableArray<SegmentField> Fields { get; }

    /// <summary>Gets the first day of a week.</summary>
    public IsoDayOfWeek WeekStart { get; }

    internal ImmutableArray<string> Names { get; }

    /// <summary>Begins a schema over a type of the host. It needs no store, no services and no registration.</summary>
    /// <typeparam name="T">What the rules are about.</typeparam>
    public static SegmentSchemaBuilder<T> For<T>() => new();

    /// <summary>Finds a field by its exact name.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out SegmentField? field)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _byName.TryGetValue(name, out field);
    }
}
