using NodaTime;

namespace CandidateCrm.Segments.Evaluation;

/// <summary>The delegates that read the fields of a schema.</summary>
internal sealed class FieldReaders<T>(SegmentSchema<T> schema)
{
    internal SegmentField Field(string name) => schema.TryFind(name, out var field) ? field : throw new InvalidOperationException("The rule was not reviewed by this schema.");

    internal Func<T, string?> Text(string name) => Read<string?>(name);

    internal Func<T, decimal?> Number(string name) => Read<decimal?>(name);

    internal Func<T, bool?> Flag(string name) => Read<bool?>(name);

    internal Func<T, LocalDate?> Date(string name) => Read<LocalDate?>(name);

    /// <summary>Reads a date for a comparison with another field: in the ISO calendar.</summary>
    internal Func<T, LocalDate?> Iso(string name)
    {
        var read = Date(name);
        return item => read(item) is { } date ? IsoDate.Of(date) : null;
    }

    internal Func<T, Instant?> Instant(string name) => Read<Instant?>(name);

    internal Func<T, IReadOnlyList<string>?> Texts(string name) => Read<IReadOnlyList<string>?>(name);

    internal Func<T, IReadOnlyList<decimal>?> Numbers(string name) => Read<IReadOnlyList<decimal>?>(name);

    internal CollectionReader<T> Collection(string name) => (CollectionReader<T>)schema.ReaderOf(name);

    internal ValueReader<T, TValue> Of<TValue>(string name) => (ValueReader<T, TValue>)schema.ReaderOf(name);

    private Func<T, TValue> Read<TValue>(string name) => Of<TValue>(name).Read;
}
