using System.Text;
using System.Text.Json;
using CandidateCrm.Json;
using CandidateCrm.Timeline;

namespace CandidateCrm.Tests.Timeline;

public sealed class TimelineJsonTests
{
    private const string Head = """{"schema":1,"tenant":"acme","candidate":"anna","id":"e1","occurredAt":"2026-03-09T08:00:00Z","recordedAt":"2026-03-09T08:00:01Z",""";
    private const string Touch = Head + "\"type\":\"touchpoint.recorded\",\"version\":1,";

    [Fact]
    public void Members_may_stand_in_any_order_and_null_counts_as_left_out()
    {
        const string Text = """{"data":{},"version":1,"type":"lifecycle.employment_ended","personal":null,"source":null,"recordedAt":"2026-03-09T08:00:01Z","occurredAt":"2026-03-09T08:00:00.1234567Z","id":"e1","candidate":"anna","tenant":"acme","schema":1}""";

        var read = TimelineJson.Read(Text);

        Assert.False(read.Source.IsAssigned);
        Assert.Null(read.Personal);
        Assert.Equal(Instant.FromUtc(2026, 3, 9, 8, 0) + Duration.FromTicks(1_234_560), read.OccurredAt);
    }

    [Theory]
    [InlineData("\"data\":{\"kind\":\"email.replied\",\"mood\": { \"warm\" : 1.0 } }}", "{\"kind\":\"email.replied\",\"mood\": { \"warm\" : 1.0 } }")]
    [InlineData("\"data\":{\"kind\":\"email.replied\",\"Kind\":\"\\u0061\"}}", "{\"kind\":\"email.replied\",\"Kind\":\"\\u0061\"}")]
    public void Data_with_a_member_that_is_not_known_are_written_again_byte_for_byte(string rest, string data)
    {
        var read = TimelineJson.Read(Touch + rest);

        Assert.Equal("email.replied", Assert.IsType<TouchpointRecorded>(read.Entry).Kind.Value);
        Assert.Contains("\"data\":" + data, TimelineJson.Write(read), StringComparison.Ordinal);
        Assert.Contains("\"data\":" + data, TimelineJson.Write(read with { Retracted = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_touchpoint_without_a_quantity_stands_for_one() =>
        Assert.Equal(1, Assert.IsType<TouchpointRecorded>(TimelineJson.Read(Touch + "\"data\":{\"kind\":\"email.replied\"}}").Entry).Quantity);

    [Fact]
    public void Data_that_were_kept_go_with_their_entry()
    {
        var read = TimelineJson.Read(Touch + "\"data\":{\"kind\":\"email.replied\",\"mood\":1}}");

        var other = TimelineJson.Write(read with { Entry = new TouchpointRecorded { Kind = TouchKinds.CallHeld, Direction = Direction.None } });

        Assert.DoesNotContain("mood", other, StringComparison.Ordinal);
        Assert.Contains("call.held", other, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"type\":\"later.kind\",\"version\":1,\"data\": [ 1.0 , {\"b\":1,\"b\":2} ] }", "[ 1.0 , {\"b\":1,\"b\":2} ]")]
    [InlineData("\"type\":\"touchpoint.recorded\",\"version\":2,\"data\":{ \"kind\":7 }}", "{ \"kind\":7 }")]
    [InlineData("\"type\":\"later.kind\",\"version\":1,\"data\":null}", "null")]
    public void Kinds_and_versions_that_are_not_known_are_kept_byte_for_byte(string rest, string data)
    {
        var read = TimelineJson.Read(Head + rest);

        Assert.Equal(data, Assert.IsType<UnknownEntry>(read.Entry).Data);
        Assert.Contains("\"data\":" + data, TimelineJson.Write(read), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_entry_that_was_derived_is_not_taken_for_a_fact()
    {
        Assert.Equal(EntryClass.Derived, TimelineJson.Read(Head + "\"ordinal\":1,\"type\":\"later.kind\",\"version\":1,\"data\":{}}").Class);
        Assert.Equal(EntryClass.Fact, TimelineJson.Read(Head + "\"type\":\"later.kind\",\"version\":1,\"data\":{}}").Class);
    }

    [Theory]
    [InlineData("\"schema\":1", "\"schema\":2")]
    [InlineData("\"schema\":1", "\"schema\":9223372036854775807")]
    public void A_newer_envelope_is_refused_as_such(string known, string unknown) =>
        Assert.Throws<DocumentTooNewException>(() => TimelineJson.Read((Touch + "\"data\":{\"kind\":\"call.held\"}}").Replace(known, unknown, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"data\":{}}")] // the kind is missing
    [InlineData("\"data\":null}")]
    [InlineData("\"data\":[]}")]
    [InlineData("\"sourceOrder\":1}")] // the data are missing
    [InlineData("\"data\":{\"kind\":null}}")]
    [InlineData("\"data\":{\"kind\":7}}")]
    [InlineData("\"data\":{\"kind\":\"Secret Text\"}}")]
    [InlineData("\"data\":{\"kind\":\"call.held\",\"kind\":\"secret\"}}")]
    [InlineData("\"data\":{\"kind\":\"call.held\",\"direction\":\"Inbound\"}}")]
    [InlineData("\"data\":{\"kind\":\"call.held\",\"direction\":1}}")]
    [InlineData("\"data\":{\"kind\":\"call.held\",\"quantity\":0}}")]
    [InlineData("\"data\":{\"kind\":\"call.held\",\"quantity\":1e400}}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"tenant\":\"secret\"}")] // twice
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"sourceOrder\":1e400}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"sourceOrder\":\"1\"}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"ordinal\":-1}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"ordinal\":4294967296}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"retracted\":\"secret\"}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"actor\":\"person\"}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"person\":\"secret\"}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"trust\":\"Secret\"}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"origin\":\"\\ud800\"}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"cause\":\"secret\\u0007\"}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"personal\":{\"secret\":1}}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},\"personal\":{\"a\":\"secret\",\"a\":\"b\"}}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"}} secret")]
    [InlineData("\"data\":{\"kind\":\"call.held\"}")]
    [InlineData("\"data\":{\"kind\":\"call.held\"},secret}")]
    public void What_is_not_an_event_is_refused_without_being_quoted(string rest)
    {
        var error = Assert.Throws<DocumentFault>(() => TimelineJson.Read(Touch + rest));

        Assert.DoesNotContain("secret", error.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public void Half_a_surrogate_pair_and_bytes_that_are_not_text_are_refused()
    {
        var valid = Touch + "\"data\":{\"kind\":\"call.held\"},\"personal\":{\"name\":\"?\"}}";

        Assert.Throws<DocumentFault>(() => TimelineJson.Read(valid.Replace('?', '\ud800')));
        Assert.ThrowsAny<JsonException>(() => TimelineJson.Read(Encoding.UTF8.GetBytes(valid).Select(b => b == (byte)'?' ? (byte)0xff : b).ToArray()));
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(70, false)]
    public void Deep_nesting_is_kept_up_to_a_depth_and_then_refused(int depth, bool read)
    {
        var text = Head + "\"type\":\"later.kind\",\"version\":1,\"data\":" + new string('[', depth) + new string(']', depth) + "}";

        Assert.Equal(read ? null : typeof(DocumentFault), Record.Exception(() => TimelineJson.Write(TimelineJson.Read(text)))?.GetType());
    }

    [Fact]
    public void An_origin_that_is_the_candidate_is_the_same_told_or_left_out()
    {
        var told = TimelineJson.Read(Touch.Replace("\"candidate\":\"anna\"", "\"candidate\":\"anna\",\"origin\":\"anna\"", StringComparison.Ordinal) + "\"data\":{\"kind\":\"email.replied\"}}");

        Assert.Equal(told, TimelineJson.Read(TimelineJson.Write(told)));
    }
}
