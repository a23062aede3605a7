using System.Buffers;
using System.Text;
using System.Text.Json;
using CandidateCrm.Fixtures;
using CandidateCrm.Json;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

public sealed class RelationshipJsonTests
{
    private static readonly Config Many = Tries.Of(500);
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void What_was_written_reads_as_it_was() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var before = RandomRelationship.Of(seed);
            var after = Read(RelationshipJson.Write(before), before.Revision);

            return (Structure.Difference(before, after) is null).Label(Structure.Difference(before, after) ?? string.Empty);
        }).Check(Many);

    [Fact]
    public void A_fold_goes_on_after_a_document_as_if_it_had_never_been_one() =>
        Prop.ForAll(Histories.Any, events =>
        {
            var kept = Relationship.Empty(Histories.Anna);
            var stored = kept;
            foreach (var next in events.OrderBy(e => e.Place))
            {
                var (one, other) = (Engine.Apply(kept, next, TestRules.Log), Engine.Apply(stored, next, TestRules.Log));
                (kept, stored) = (one.Next, Read(RelationshipJson.Write(other.Next), 0));
                if (!one.SameAs(other) || !kept.SameAs(stored))
                {
                    return false;
                }
            }

            var end = Histories.Start + Duration.FromDays(80);
            return Engine.Advance(kept, end, TestRules.Log).SameAs(Engine.Advance(stored, end, TestRules.Log));
        }).Check(Many);

    [Fact]
    public void A_revision_is_given_by_the_store_and_not_written()
    {
        var written = RelationshipJson.Write(RandomRelationship.Of(1) with { Revision = 41 });

        Assert.DoesNotContain("41", RelationshipJson.Write(Relationship.Empty(Histories.Anna) with { Revision = 41 }), StringComparison.Ordinal);
        Assert.Equal(42, Read(written, 42).Revision);
        Assert.Throws<ArgumentOutOfRangeException>(() => Read(written, -1));
    }

    [Fact]
    public void Writing_with_a_writer_that_is_used_again_allocates_nothing()
    {
        var relationships = Enumerable.Range(0, 50).Select(RandomRelationship.Of).Select(r => r with { Unknown = [] }).ToArray();
        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        using var writer = new Utf8JsonWriter(buffer);
        WriteAll();
        WriteAll();
        var before = GC.GetAllocatedBytesForCurrentThread();
        WriteAll();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void WriteAll()
        {
            foreach (var relationship in relationships)
            {
                buffer.ResetWrittenCount();
                writer.Reset(buffer);
                RelationshipJson.Write(writer, relationship);
                writer.Flush();
            }
        }
    }

    [Fact]
    public void Members_may_stand_in_any_order_and_an_unknown_slice_is_kept_byte_for_byte()
    {
        const string Text = """{"pools":{ "a" : 1.0e0, "b":"\u00e4" },"candidate":"anna","later":null,"tenant":"acme","schema":1}""";

        var read = Read(Text, 0);

        Assert.Equal(["pools", "later"], read.Unknown.Select(u => u.Name));
        Assert.Equal("""{ "a" : 1.0e0, "b":"\u00e4" }""", read.Unknown[0].Json);
        Assert.Equal("""{"schema":1,"tenant":"acme","candidate":"anna","pools":{ "a" : 1.0e0, "b":"\u00e4" },"later":null}""", RelationshipJson.Write(read));
    }

    [Theory]
    [InlineData("""{"schema":2,"tenant":"acme","candidate":"anna"}""")]
    [InlineData("""{"schema":2,"tenant":"acme","candidate":"anna","contact":{"tone":"warm"}}""")]
    [InlineData("""{"contact":{"tone":"warm"},"tenant":"acme","candidate":"anna","schema":2}""")]
    public void A_document_of_a_newer_version_is_refused_as_such(string text) =>
        Assert.Throws<DocumentTooNewException>(() => Read(text, 0));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"schema":0,"tenant":"acme","candidate":"anna"}""")]
    [InlineData("""{"tenant":"acme","candidate":"anna"}""")]
    [InlineData("""{"schema":1,"tenant":"acme"}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna"} x""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","candidate":"anna"}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","pools":1,"pools":2}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","contact":{"tone":"warm"}}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","contact":null}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","wakeAt":9223372036854775807}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","wakeAt":1e3}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"\ud800"}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","charter":{"promises":[{"expectation":"x"}]}}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","version":1,"signals":["AA"]}]}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","version":1,"signals":["AA=="]}]}""")] // no numbers
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","version":1,"signals":["EAIC"]}]}""")] // a flag that is not known
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","version":1,"signals":["AAICAA=="]}]}""")] // something behind
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","version":1,"signals":["CAIC/0I="]}]}""")] // 66 sums
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","version":1,"signals":["CAIC/wA="]}]}""")] // a run of none
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","version":1,"signals":["CAICAwE="]}]}""")] // a sum cut off
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","version":1,"signals":["CAIC8QEB"]}]}""")] // a sum too wide
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","told":1.5}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","retractions":{"events":[""]}}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","retractions":{"people":[]}}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","tasks":[{"rule":"decide","subject":"app-1","ordinal":1,"part":"task","wantedAt":1,"dueAt":1}]}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","tasks":[{"rule":"decide","subject":"app-1","ordinal":0,"part":"task","wantedAt":1,"reason":"r","dueAt":1}]}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","redrive":{"attempts":-1}}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","redrive":{"later":1}}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m"}]}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","changes":1,"band":"warm"}]}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","engagement":[{"model":"m","version":1,"signals":[{"sums":"AAAA"}]}]}""")]
    [InlineData("""{"schema":1,"tenant":"acme","candidate":"anna","lifecycle":{"phase":"hire","since":1,"past":[{"phase":"hire","visits":1,"nanos":170141183460469231731687303715884105727}]}}""")]
    public void What_is_not_a_relationship_is_refused(string text) => Assert.Equal(typeof(DocumentFault), Record.Exception(() => Read(text, 0))?.GetType());

    [Fact]
    public void A_damaged_document_is_read_or_refused_and_never_quoted() =>
        Prop.ForAll(Dice.Seeds, seed => Damage.IsReadOrRefused(RelationshipJson.Write(RandomRelationship.Of(seed)), seed, bytes => RelationshipJson.Read(bytes)))
            .Check(Many);

    [Fact]
    public void A_slice_of_unknown_name_cannot_pass_for_a_known_one() =>
        Assert.Throws<ArgumentException>(() => RelationshipJson.Write(Relationship.Empty(Histories.Anna) with { Unknown = [new UnknownSlice { Name = "charter", Json = "{}" }] }));

    [Fact]
    public void A_cursor_at_the_start_of_the_line_is_left_out() =>
        Assert.Equal(TimelinePlace.Start, Read("""{"schema":1,"tenant":"acme","candidate":"anna"}""", 0).Cursor);

    private static Relationship Read(string text, long revision) => RelationshipJson.Read(Encoding.UTF8.GetBytes(text), revision);
}
