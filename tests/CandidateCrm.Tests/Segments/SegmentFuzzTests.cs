using System.Text;
using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

public sealed class SegmentFuzzTests
{
    private static readonly string[] Pieces =
    [
        "age", "name", "skills", "touchpoints", "kind", "item", "birthday", "segment", "and", "or", "not", "(", ")", "(", ")", ",", "=", "!=", "<", ">=", "in", "last", "next", "week", "today",
        "between", "contains", "starts", "with", "has", "no", "value", "any", "all", "of", "some", "where", "count", "more", "than", "ago", "anniversary", "everyone", "true", "now", "start",
        "startOfDay", "+", "-", "%", "7", "2.5", "99999999999999999999999999999999", "3 days", "\"x\"", "\"", "`wanted age`", "`", "2026-03-01", "2026-99-99", "2026-03-01T10:00:00Z", "\\", "é", "\n", "\ud800", "\0", ".",
    ];

    private static readonly string[] Words =
    [
        "rules", "combinator", "and", "or", "not", "field", "operator", "value", "valueSource", "match", "mode", "threshold", "some", "atLeast", "muted", "disabled", "n", "unit", "day", "relative", "anchor",
        "now", "offset", "age", "name", "skills", "touchpoints", "birthday", "segment", "in", "=", "between", "inLast", "inPeriod", "today", "", "everyone",
    ];

    [Fact]
    public void No_text_makes_reading_throw_and_what_is_read_can_be_written() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            for (var i = 0; i < 40; i++)
            {
                var text = string.Join(dice.Coin ? " " : "", dice.Some(() => Pieces[dice.Below(Pieces.Length)], 30));
                var reading = SegmentText.Parse(text, People.Schema, People.Terms);

                Assert.True(reading.Rule is null != reading.Faults.IsEmpty, text);
                Assert.All(reading.Faults, fault => Assert.True(fault.Offset is null or >= 0 && !(fault.Offset > text.Length), text));
                Assert.True(reading.Rule is null || SegmentText.Parse(SegmentText.Format(reading.Rule), People.Schema, People.Terms).Rule == reading.Rule, text);
            }
        }).Check(Tries.Of(200));

    [Fact]
    public void No_document_makes_reading_throw() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            var json = Encoding.UTF8.GetBytes(SegmentJson.Write(new SegmentWorld(seed).Rule()));
            for (var i = 0; i < 20; i++)
            {
                var damaged = json.ToArray();
                damaged[dice.Below(damaged.Length)] = (byte)dice.Below(256);
                var (from, length) = (dice.Below(damaged.Length), dice.Below(12));
                var cut = dice.Coin ? damaged : [.. damaged[..from], .. damaged[Math.Min(damaged.Length, from + length)..]];
                var reading = SegmentJson.Read(cut, People.Schema, People.Terms);
                Assert.True(reading.Rule is null != reading.Faults.IsEmpty);
            }
        }).Check(Tries.Of(200));

    [Fact]
    public void No_characters_at_all_make_reading_throw() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            for (var i = 0; i < 40; i++)
            {
                var text = string.Concat(dice.Some(() => dice.Coin ? (char)dice.Below(128) : (char)dice.Below(0x10000), 60));
                Assert.NotEmpty(SegmentText.Parse(text, People.Schema, People.Terms).Faults);
                Assert.NotEmpty(SegmentJson.Read(text, People.Schema, People.Terms).Faults);
            }
        }).Check(Tries.Of(50));

    [Fact]
    public void No_json_of_another_shape_makes_reading_throw() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            for (var i = 0; i < 20; i++)
            {
                var json = Shape(dice, 5);
                var reading = SegmentJson.Read(json, People.Schema, People.Terms);
                Assert.True(reading.Rule is null != reading.Faults.IsEmpty, json);
            }
        }).Check(Tries.Of(100));

    private static string Shape(Dice dice, int deep) => dice.Below(deep == 0 ? 5 : 8) switch
    {
        0 => "null",
        1 => dice.Coin ? "true" : "false",
        2 => ((decimal)dice.Below(7) / 2).ToString(System.Globalization.CultureInfo.InvariantCulture),
        3 or 4 => $"\"{Words[dice.Below(Words.Length)]}\"",
        5 => $"[{string.Join(',', dice.Some(() => Shape(dice, deep - 1), 4))}]",
        _ => $"{{{string.Join(',', dice.Some(() => $"\"{Words[dice.Below(Words.Length)]}\":{Shape(dice, deep - 1)}", 6))}}}",
    };

    [Theory]
    [InlineData("(")]
    [InlineData("not ")]
    [InlineData("age = 1 and (")]
    [InlineData("some touchpoints where ")]
    [InlineData("[")]
    [InlineData("{\"rules\":[")]
    [InlineData("a ")]
    [InlineData("a-")]
    [InlineData("\"")]
    [InlineData(",")]
    public void Ten_megabytes_of_anything_are_refused_at_once(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 10_000_000 / piece.Length));

        Assert.NotEmpty(SegmentText.Parse(text, People.Schema, People.Terms).Faults);
        Assert.NotEmpty(SegmentJson.Read(text, People.Schema, People.Terms).Faults);
    }

    [Fact]
    public void Deep_brackets_are_too_deep()
    {
        Assert.Equal([SegmentFaultCodes.TooDeep], SegmentText.Parse(new string('(', 1_000_000), People.Schema, People.Terms).Faults.Select(fault => fault.Code));
        Assert.Equal([SegmentFaultCodes.TooDeep], SegmentJson.Read(new string('[', 1_000_000), People.Schema, People.Terms).Faults.Select(fault => fault.Code));
    }
}
