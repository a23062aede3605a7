using System.Text.Json.Nodes;
using CandidateCrm.Applications;
using GreenhouseBridge;

namespace CandidateCrm.Docs.GreenhouseBridge;

public sealed class JobTests
{
    private static readonly RequisitionId Requisition = RequisitionId.From("7");

    [Theory]
    [InlineData("job_created")]
    [InlineData("job_approved")]
    public async Task A_job_is_a_requisition(string action)
    {
        await using var crm = new BridgeUnderTest();
        var answer = await crm.ReceiveAsync(OwnPayloads.Of(action));
        var stored = await crm.Host.Crm.Requisitions.FindAsync(Requisition);

        Assert.Equal((Outcome.Recorded, "saved 7"), (answer.Outcome, Assert.Single(answer.Requisitions)));
        Assert.Equal((RequisitionStatus.Open, 2, new LocalDate(2026, 1, 6)), (stored!.Status, stored.Openings, stored.OpenedOn));
        Assert.Empty((await crm.ReceiveAsync(OwnPayloads.Of(action))).Requisitions);
    }

    [Theory]
    [InlineData("draft", RequisitionStatus.OnHold)]
    [InlineData("open", RequisitionStatus.Open)]
    [InlineData("closed", RequisitionStatus.Closed)]
    public async Task It_stands_as_the_payload_says_that_came_last(string status, RequisitionStatus expected)
    {
        await using var crm = new BridgeUnderTest();
        string[] payloads = [OwnPayloads.Of("job_created"), Job("closed"), Job("open"), Job("draft"), Job("open", openings: 3), Job(status)];
        var arrivals = payloads.Select((text, at) => BridgeUnderTest.Delivery(text) with { EventId = $"event-{at}", ReceivedAt = BridgeUnderTest.Now + Duration.FromMinutes(at) }).ToList();
        foreach (var delivery in arrivals)
        {
            await crm.Bridge.ReceiveAsync(delivery);
        }

        Assert.Equal(expected, (await crm.Host.Crm.Requisitions.FindAsync(Requisition))!.Status);

        await using var reversed = new BridgeUnderTest();
        foreach (var delivery in arrivals.AsEnumerable().Reverse())
        {
            await reversed.Bridge.ReceiveAsync(delivery);
        }

        Assert.Equal(expected, (await reversed.Host.Crm.Requisitions.FindAsync(Requisition))!.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task When_the_job_is_deleted_the_applications_for_it_end(bool deletedFirst)
    {
        await using var crm = new BridgeUnderTest();
        string[] payloads = [OwnPayloads.Of("new_candidate_application"), OwnPayloads.Of("job_created"), OwnPayloads.Of("job_deleted")];
        await crm.ReceiveAllAsync(deletedFirst ? payloads.Reverse() : payloads);
        await crm.Host.Runner.RunJobsAsync();

        var application = (await crm.FindAsync(OwnPayloads.Candidate))!.Applications!.All.Single();
        Assert.Equal((Disposition.PositionClosed, "job-deleted"), (application.Ending?.Disposition, application.Ending?.Reason.Value));
    }

    [Fact]
    public async Task Of_a_job_of_which_only_the_end_was_told_there_is_nothing_to_close()
    {
        await using var crm = new BridgeUnderTest();
        Assert.Empty((await crm.ReceiveAsync(OwnPayloads.Of("job_deleted"))).Requisitions);
        Assert.Null(await crm.Host.Crm.Requisitions.FindAsync(Requisition));
    }

    private static string Job(string status, int openings = 2)
    {
        var job = OwnPayloads.With(OwnPayloads.JobObject(), "status", status);
        job["openings"] = new JsonArray([.. Enumerable.Range(1, openings).Select(id => new JsonObject { ["id"] = id })]);
        return OwnPayloads.Text("job_updated", new JsonObject { ["job"] = job });
    }
}
