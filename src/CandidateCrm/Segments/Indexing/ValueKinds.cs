using System.Buffers.Binary;
using CandidateCrm.Segments.Evaluation;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>The kinds of values that columns hold.</summary>
internal static class ValueKinds
{
    internal static ValueKind<string?> Texts { get; } = new TextKind();

    internal static ValueKind<decimal?> Numbers { get; } = new NumberKind();

    internal static ValueKind<bool?> Flags { get; } = new FlagKind();

    internal static ValueKind<LocalDate?> Dates { get; } = new DateKind();

    internal static ValueKind<Instant?> Instants { get; } = new InstantKind();

    private sealed class TextKind : ValueKind<string?>
    {
        internal override bool IsThere(string? value) => !string.IsNullOrEmpty(value);

        internal override int Compare(string? one, string? other) => string.CompareOrdinal(one, other);

        internal override ValueList<string?> Keep(List<string?> values) => new PlainValues<string?, string?>([.. values], static text => text);

        internal override void Write(IndexWriter writer, string? value) => writer.Write(value!);

        internal override string Read(IndexReader reader) => reader.ReadText();
    }

    private sealed class NumberKind : ValueKind<decimal?>
    {
        internal override bool IsThere(decimal? value) => value.HasValue;

        internal override int Compare(decimal? one, decimal? other) => one.GetValueOrDefault().CompareTo(other.GetValueOrDefault());

        internal override ValueList<decimal?> Keep(List<decimal?> values) => new PlainValues<decimal, decimal?>([.. values.Select(value => value!.Value)], static number => number);

        internal override void Write(IndexWriter writer, decimal? value)
        {
            foreach (var part in decimal.GetBits(value!.Value))
            {
                writer.Write(part);
            }
        }

        internal override decimal? Read(IndexReader reader)
        {
            var (low, middle, high, flags) = (Part(), Part(), Part(), Part());
            IndexReader.Check((flags & 0x7F00FFFF) == 0 && ((flags >> 16) & 0xFF) <= 28);
            return new decimal([low, middle, high, flags]);

            int Part() => BinaryPrimitives.ReadInt32LittleEndian(reader.ReadBytes(sizeof(int)));
        }
    }

    private sealed class FlagKind : ValueKind<bool?>
    {
        internal override bool IsThere(bool? value) => value.HasValue;

        internal override int Compare(bool? one, bool? other) => one.GetValueOrDefault().CompareTo(other.GetValueOrDefault());

        internal override ValueList<bool?> Keep(List<bool?> values) => new PlainValues<bool, bool?>([.. values.Select(value => value!.Value)], static flag => flag);

        internal override void Write(IndexWriter writer, bool? value) => writer.Write(value == true ? 1 : 0);

        internal override bool? Read(IndexReader reader) => reader.ReadNumber(1) == 1;
    }

    private sealed class DateKind : ValueKind<LocalDate?>
    {
        internal override bool IsThere(LocalDate? value) => value.HasValue;

        internal override int Compare(LocalDate? one, LocalDate? other) => one.GetValueOrDefault().CompareTo(other.GetValueOrDefault());

        internal override LocalDate? Kept(LocalDate? value) => value is { } date ? IsoDate.Of(date) : null;

        internal override ValueList<LocalDate?> Keep(List<LocalDate?> values) => new PlainValues<LocalDate, LocalDate?>([.. values.Select(value => value!.Value)], static date => date);

        internal override void Write(IndexWriter writer, LocalDate? value) => writer.Write(Period.DaysBetween(LocalDate.MinIsoValue, value!.Value));

        internal override LocalDate? Read(IndexReader reader) =>
            LocalDate.MinIsoValue.PlusDays(reader.ReadNumber(Period.DaysBetween(LocalDate.MinIsoValue, LocalDate.MaxIsoValue)));
    }

    private sealed class InstantKind : ValueKind<Instant?>
    {
        internal override bool IsThere(Instant? value) => value.HasValue;

        internal override int Compare(Instant? one, Instant? other) => one.GetValueOrDefault().CompareTo(other.GetValueOrDefault());

        /// <summary>Most instants are whole ticks, which take half the room.</summary>
        internal override ValueList<Instant?> Keep(List<Instant?> values) => values.TrueForAll(value => Instant.FromUnixTimeTicks(value!.Value.ToUnixTimeTicks()) == value)
            ? new PlainValues<long, Instant?>([.. values.Select(value => value!.Value.ToUnixTimeTicks())], static ticks => Instant.FromUnixTimeTicks(ticks))
            : new PlainValues<Instant, Instant?>([.. values.Select(value => value!.Value)], static instant => instant);

        internal override void Write(IndexWriter writer, Instant? value)
        {
            var ticks = value!.Value.ToUnixTimeTicks();
            writer.Write(ticks);
            writer.Write((int)(value.Value - Instant.FromUnixTimeTicks(ticks)).ToInt64Nanoseconds());
        }

        internal override Instant? Read(IndexReader reader)
        {
            var (ticks, nanoseconds) = (reader.ReadLong(), reader.ReadNumber(99));
            IndexReader.Check(ticks >= Instant.MinValue.ToUnixTimeTicks() && ticks <= Instant.MaxValue.ToUnixTimeTicks());
            return Instant.FromUnixTimeTicks(ticks) + Duration.FromNanoseconds(nanoseconds);
        }
    }
}
