using System.Text.Json;
using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Json;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Json;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Applications;

public sealed class RequisitionJsonTests
{
    private const string Text =
        """
        {"schema":1,"status":"closed","openings":3,"filled":1,"openedOn":"2026-03-02","targetDate":"2026-06-30","forecast":[{"by":"2026-09-30","openings":2}],"family":"backend","pipeline":"standard","closedAt":"2026-03-09T08:00:00.000000Z","closeReason":"filled","closedBy":["person","olga"],"closings":2,"reopenedAt":"2026-03-05T08:00:00.000000Z"}
        """;

    private static readonly TenantId Acme = TenantId.From("acme");
    private static readonly DocumentKey Key = RequisitionDocument.KeyOf(Acme, RequisitionId.From("dev-12"));

    [Fact]
    public void A_requisition_is_read_as_it_was_written_for_ever()
    {
        var read = Read(Text);

        Assert.Equal((RequisitionStatus.Closed, 3, 1, 2, 7L), (read.Status, read.Openings, read.Filled, read.Closings, read.Revision));
        Assert.Equal((new LocalDate(2026, 3, 2), (LocalDate?)new LocalDate(2026, 6, 30)), (read.OpenedOn, read.TargetDate));
        Assert.Equal(new ExpectedOpenings(new LocalDate(2026, 9, 30), 2), Assert.Single(read.Forecast));
        Assert.Equal(("backend", "standard", CloseReasons.Filled), (read.Family.Value, read.Pipeline.Value, read.CloseReason));
        Assert.Equal((Actor.Of(PersonId.From("olga")), Instant.FromUtc(2026, 3, 9, 8, 0), Instant.FromUtc(2026, 3, 5, 8, 0)), (read.ClosedBy, read.ClosedAt, read.ReopenedAt));
        Assert.Equal(Text.Trim(), Written(read, known: null));
    }

    [Fact]
    public void What_is_at_its_default_is_not_written() =>
        Assert.Equal(
            """{"schema":1,"status":"open","openings":0,"openedOn":"2026-03-02"}""",
            Written(new Requisition { Id = RequisitionId.From("dev-12"), Openings = 0, OpenedOn = new LocalDate(2026, 3, 2) }, known: null));

    [Fact]
    public void Whatever_is_written_is_read_back() => Prop.ForAll(Dice.Seeds, seed =>
    {
        var dice = new Dice(seed);
        var requisition = new Requisition
        {
            Id = RequisitionId.From("dev-12"),
            Status = dice.Word<RequisitionStatus>(),
            Openings = dice.Below(9),
            Filled = dice.Below(9),
            OpenedOn = new LocalDate(2026, 1, 1).PlusDays(dice.Below(400)),
            TargetDate = dice.Coin ? null : new LocalDate(2027, 1, 1).PlusDays(dice.Below(400)),
            Forecast = [.. Enumerable.Range(0, dice.Below(4)).Select(i => new ExpectedOpenings(new LocalDate(2028, 1, 1).PlusDays(i), 1 + dice.Below(5)))],
            Family = dice.Coin ? default : dice.Code<RequisitionFamily>(),
            Pipeline = dice.Coin ? default : dice.Code<PipelineKey>(),
            ClosedAt = dice.MaybeAt,
            CloseReason = dice.Coin ? default : dice.Code<ReasonCode>(),
            ClosedBy = dice.Coin ? default : Actor.Of(dice.Id<PersonId>()),
            Closings = dice.Below(3),
            ReopenedAt = dice.MaybeAt,
            ReopenedBy = dice.Coin ? default : Actor.Candidate,
            Revision = 7,
        };
        return RequisitionEngine.SaysTheSame(requisition, Read(Written(requisition, known: null)));
    }).Check(Tries.Of());

    [Fact]
    public void Members_that_are_not_known_are_kept()
    {
        var stored = new TenantDocument { Key = Key, Revision = 7, Json = Text.Replace("\"closings\":2", "\"closings\":2,\"mood\":{\"is\":[\"calm\"]}", StringComparison.Ordinal) };

        Assert.Contains("\"mood\":{\"is\":[\"calm\"]}", Written(RequisitionJson.Read(stored) with { Filled = 2 }, stored), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_document_is_said_to_be_newer() =>
        Assert.Throws<DocumentTooNewException>(() => Read(Text.Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"status\":\"closed\"", "\"status\":\"asleep\"")]
    [InlineData("\"openings\":3,", "")]
    [InlineData("\"openings\":3", "\"openings\":\"3\"")]
    [InlineData("\"openedOn\":\"2026-03-02\"", "\"openedOn\":\"2026-02-30\"")]
    [InlineData("\"by\":\"2026-09-30\",", "")]
    [InlineData("\"by\":\"2026-09-30\"", "\"by\":\"2026-09-30\",\"mood\":1")]
    [InlineData("\"closedBy\":[\"person\",\"olga\"]", "\"closedBy\":[\"person\"]")]
    [InlineData("\"family\":\"backend\"", "\"family\":\"Back End\"")]
    [InlineData("\"closings\":2", "\"closings\":2,\"closings\":2")]
    public void What_is_no_requisition_is_refused_without_a_word_of_it(string old, string now)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        var fault = Assert.ThrowsAny<JsonException>(() => Read(Text.Replace(old, now, StringComparison.Ordinal)));

        Assert.DoesNotContain("olga", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("asleep", fault.ToString(), StringComparison.Ordinal);
    }

    private static Requisition Read(string json) => RequisitionJson.Read(new TenantDocument { Key = Key, Revision = 7, Json = json });

    private static string Written(Requisition requisition, TenantDocument? known) => RequisitionJson.Change(Acme, requisition, known).Next.Json;
}
