using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using Quickstart.Import;

namespace CandidateCrm.Docs.Quickstart;

/// <summary>RFC 4180, and what real files do to it.</summary>
public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "1:a|b 2:c|d")]
    [InlineData("a,b\nc,d", "1:a|b 2:c|d")]
    [InlineData("a,b\rc,d\r", "1:a|b 2:c|d")]
    [InlineData("\uFEFFa,b\n", "1:a|b")]
    [InlineData("\n\r\n\na,b\n\nc,d\n\n", "4:a|b 6:c|d")]
    [InlineData("\"a,1\",\"b \"\"2\"\"\"\n", "1:a,1|b \"2\"")]
    [InlineData("\"two\r\nlines\",b\nc,d", "1:two\r\nlines|b 3:c|d")]
    [InlineData(",\n", "1:|")]
    [InlineData("\"\"\nx", "1: 2:x")]
    [InlineData("it's 5\" wide,b", "1:it's 5\" wide|b")]
    [InlineData("a,b,", "1:a|b|")]
    [InlineData("", "")]
    public void Records_are_read_with_their_lines(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("\"open,b\nc,d\ne,f", "1!a quoted field is never closed 2:c|d 3:e|f")]
    [InlineData("a,\"b\"c\nd,e", "1!text follows a closing quote 2:d|e")]
    [InlineData("a,\"b\nc\"d\ne,f", "1!text follows a closing quote 2:c\"d 3:e|f")]
    [InlineData("\"a\nb\",\"c\"d\ne,f", "1!text follows a closing quote 2!text follows a closing quote 3:e|f")]
    public void A_line_that_cannot_be_read_costs_only_itself(string text, string expected) => Assert.Equal(expected, Read(text));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_line_without_end_is_passed_over_whatever_its_length(string end)
    {
        for (var length = 10; length < 200; length++)
        {
            Assert.Equal("1!the line is too long 2:a|b", Read(new string('x', length) + end + "a,b", longest: 8));
        }
    }

    [Fact]
    public void What_is_written_is_read_again_whatever_the_window()
    {
        var field = Gen.Elements("", "a", "\"", ",", "\r\n", "\n", "b c", "\"\"", "ä", "\r").ListOf(3).Select(string.Concat);
        var records = Gen.ListOf(Gen.NonEmptyListOf(field).Select(fields => fields.Take(5).ToArray())).Select(all => all.Take(20).ToArray());

        Prop.ForAll(Arb.From(records), Arb.From(Gen.Choose(80, 200)), (written, longest) =>
        {
            var text = string.Concat(written.Select(fields => string.Join(',', fields.Select(Quoted)) + "\r\n"));
            var csv = new CsvReader(new StringReader(text), longestRecord: longest);
            return written.All(fields => csv.Read() && csv.Fault is null && Fields(csv).SequenceEqual(fields)) && !csv.Read();
        }).Check(Tries.Of());
    }

    private static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Read(string text, int longest = 64)
    {
        var csv = new CsvReader(new StringReader(text), longestRecord: longest);
        var records = new List<string>();
        while (csv.Read())
        {
            records.Add(csv.Fault is null ? $"{csv.Line}:{string.Join('|', Fields(csv))}" : $"{csv.Line}!{csv.Fault}");
        }

        return string.Join(' ', records);
    }

    private static IEnumerable<string> Fields(CsvReader csv) => Enumerable.Range(0, csv.Count).Select(field => csv[field].ToString());
}
