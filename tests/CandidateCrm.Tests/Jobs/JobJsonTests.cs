using CandidateCrm.Applications;
using CandidateCrm.Candidates;
using CandidateCrm.Jobs;
using CandidateCrm.Json;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using System.Text.Json;

namespace CandidateCrm.Tests.Jobs;

public sealed class JobJsonTests
{
    private const string Text =
        """
        {"schema":1,"kind":"retract-batch","subject":"march","state":"running","by":["person","ops-1"],"why":"wrong file","orderedAt":"2026-03-02T08:00:00.000000Z","notBefore":"2026-03-02T08:00:00.000000Z","startedAt":"2026-03-02T08:00:01.000000Z","ratePerSecond":200,"run":1,"attempts":2,"progress":{"done":64,"changed":3,"failed":1,"total":70},"lastError":"TimeoutException","failures":[{"candidate":"c-1","code":"TimeoutException"}],"commands":[{"kind":"restart","by":["host"],"at":"2026-03-02T08:00:00.500000Z","why":"again"}],"terms":{"batch":"march","reason":"wrong-file"},"cursor":{"sort":0,"candidate":"c-64"}}
        """;

    private static readonly DocumentKey Key = new(Histories.Anna.Tenant, "job", "retract-batch:march");

    [Fact]
    public void A_job_is_read_as_it_was_written_for_ever()
    {
        var job = Read(Text);

        Assert.Equal((JobKind.RetractBatch, JobState.Running, People.Ops, "wrong file"), (job.Kind, job.State, job.By, job.Why));
        Assert.Equal(new JobProgress { Done = 64, Changed = 3, Failed = 1, Total = 70 }, job.Progress);
        Assert.Equal((BatchId.From("march"), ReasonCode.From("wrong-file")), (job.Terms.Batch, job.Terms.Reason));
        Assert.Equal((JobCommandKind.Restart, Actor.Host, "again"), (job.Commands[0].Kind, job.Commands[0].By, job.Commands[0].Why));
        Assert.Equal((CandidateId.From("c-64"), 0L), (job.Cursor!.Candidate, job.Cursor.Sort));
        Assert.Equal(Compact(Text), Compact(JobJson.Write(job)));
    }

    [Fact]
    public void Members_that_are_not_known_are_kept()
    {
        var job = Read(Text.Replace("\"run\":1", "\"run\":1,\"mood\":{\"is\":[\"calm\"]}", StringComparison.Ordinal));

        Assert.Contains("\"mood\":{\"is\":[\"calm\"]}", JobJson.Write(job with { Run = 2 }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_document_is_said_to_be_newer() =>
        Assert.Throws<DocumentTooNewException>(() => Read(Text.Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"state\":\"running\"", "\"state\":\"asleep\"")]
    [InlineData("\"state\":\"running\",", "")]
    [InlineData("\"by\":[\"person\",\"ops-1\"]", "\"by\":[\"person\"]")]
    [InlineData("\"by\":[\"person\",\"ops-1\"]", "\"by\":[\"host\",\"ops-1\"]")]
    [InlineData("\"by\":[\"person\",\"ops-1\"]", "\"by\":[\"person\",\"ops-1\",\"x\"]")]
    [InlineData("\"by\":[\"person\",\"ops-1\"]", "\"by\":\"host\"")]
    [InlineData("\"reason\":\"wrong-file\"", "\"reason\":\"wrong-file\",\"mood\":1")]
    [InlineData("\"subject\":\"march\"", "\"subject\":null")]
    [InlineData("\"run\":1", "\"run\":1,\"run\":2")]
    public void What_is_no_job_is_refused_without_a_word_of_it(string old, string now)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        var fault = Assert.ThrowsAny<JsonException>(() => Read(Text.Replace(old, now, StringComparison.Ordinal)));

        Assert.DoesNotContain("ops-1", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("asleep", fault.ToString(), StringComparison.Ordinal);
    }

    private static JobDocument Read(string json) => JobJson.Read(new TenantDocument { Key = Key, Json = json });

    private static string Compact(string json) => json.Trim();
}
