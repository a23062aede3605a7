using System.Security.Cryptography;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Json;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Segments;

public sealed class SegmentIndexSnapshotTests
{
    private static readonly string[] Skills = ["C#", "F#"];
    private static readonly decimal[] Grades = [1.5m, 2m];
    private static readonly TenantId Acme = TenantId.From("acme");

    [Fact]
    public void What_was_written_is_read_with_the_same_answers_and_the_same_bytes() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var indexed = new IndexedWorld(seed);
            var bytes = Written(indexed.Index, "here");
            var read = SegmentIndexSnapshot.Read(new MemoryStream(bytes), indexed.World.Schema, Acme);
            Assert.Equal((SnapshotStatus.Restored, "here"), (read.Status, read.Position));
            Assert.Equal(bytes, Written(read.Index!, "here"));
            for (var i = 0; i < 3; i++)
            {
                var rule = indexed.Rule();
                var people = read.Index!.At(indexed.World.Now, indexed.World.Zone, new SegmentSurroundings<Bag> { Memberships = (id, segment) => SegmentWorld.IsMember(indexed.Plain[id], segment) });
                Assert.Equal(indexed.Expected(rule), people.Members(rule).Members);
            }
        }).Check(Tries.Of(60));

    [Fact]
    public void Cut_anywhere_and_with_any_byte_changed_it_is_broken()
    {
        var bytes = Written(Small(), "there");
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.Equal(SnapshotStatus.Broken, Read(bytes[..length]));
            bytes[length] ^= 1;
            Assert.Equal(SnapshotStatus.Broken, Read(bytes));
            bytes[length] ^= 1;
        }

        Assert.Equal(SnapshotStatus.Broken, Read([.. bytes, 0]));
        Assert.Equal(SnapshotStatus.Restored, Read(bytes));
    }

    /// <summary>A checksum that is right says only who wrote it: what does not fit is refused all the same, and never anything but an answer.</summary>
    [Fact]
    public void With_any_byte_changed_and_a_right_checksum_it_is_an_answer()
    {
        var bytes = Written(Small(), "there");
        for (var at = 0; at < bytes.Length - SHA256.HashSizeInBytes; at++)
        {
            foreach (var flip in (byte[])[1, 0x80, 0xFF])
            {
                var changed = bytes.ToArray();
                changed[at] ^= flip;
                SHA256.HashData(changed.AsSpan(0, changed.Length - SHA256.HashSizeInBytes)).CopyTo(changed.AsSpan(changed.Length - SHA256.HashSizeInBytes));
                Assert.True(Enum.IsDefined(Read(changed)));
            }
        }
    }

    [Fact]
    public void Another_format_tenant_or_schema_is_said()
    {
        var bytes = Written(Small(), position: null);
        var format = bytes.ToArray();
        format[sizeof(int) + ("CandidateCrm.SegmentIndex".Length * sizeof(char))] = 9;
        SHA256.HashData(format.AsSpan(0, format.Length - SHA256.HashSizeInBytes)).CopyTo(format.AsSpan(format.Length - SHA256.HashSizeInBytes));

        Assert.Equal(SnapshotStatus.OtherFormat, Read(format));
        Assert.Equal(SnapshotStatus.OtherTenant, SegmentIndexSnapshot.Read(new MemoryStream(bytes), People.Schema, TenantId.From("other")).Status);
        Assert.Equal(SnapshotStatus.OtherSchema, SegmentIndexSnapshot.Read(new MemoryStream(bytes), new SegmentWorld(3).Schema, Acme).Status);
        Assert.Null(SegmentIndexSnapshot.Read(new MemoryStream(bytes), People.Schema, Acme).Position);
    }

    private static SegmentIndex<Bag> Small()
    {
        var index = new SegmentIndex<Bag>(People.Schema, Acme, moving: null) { MostRows = 2 };
        index.Change(
            [
                new("a", People.Of(("name", "Änne"), ("age", 30), ("skills", Skills), ("birthday", new LocalDate(1990, 2, 28)), ("mobile", true))),
                new("b", People.Of(("lastContactedAt", People.Now), ("grades", Grades))),
                new("ć", People.Of(("touchpoints", new List<Bag> { People.Of(("kind", "call"), ("at", People.Now + Duration.Epsilon)) }))),
            ],
            [],
            People.Now);
        return index;
    }

    private static SnapshotStatus Read(byte[] bytes) => SegmentIndexSnapshot.Read(new MemoryStream(bytes), People.Schema, Acme).Status;

    private static byte[] Written(SegmentIndex<Bag> index, string? position)
    {
        using var stream = new MemoryStream();
        SegmentIndexSnapshot.Write(index, stream, position);
        return stream.ToArray();
    }
}
