using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using GreenhouseBridge;
using GreenhouseBridge.Mapping;

namespace CandidateCrm.Docs.GreenhouseBridge;

/// <summary>Web hooks come late, twice and in any order. What they come to is the same.</summary>
public sealed class OrderTests
{
    private static readonly long[] People = [OwnPayloads.Candidate, OwnPayloads.Winner];

    /// <summary>Gets the payloads, the one who is deleted in the end left alive, so that more of the state is there to compare.</summary>
    private static ImmutableArray<string> Alive { get; } =
        [.. OwnPayloads.All.Where(text => OwnPayloads.ActionOf(text) is not ("delete_candidate" or "merge_candidate"))];

    private static ImmutableArray<string> Everything { get; } = OwnPayloads.All;

    [Fact]
    public async Task What_they_come_to_together()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAllAsync(Alive);

        var relationship = (await crm.FindAsync(OwnPayloads.Candidate))!;
        var application = relationship.Applications!.Find(JobApplicationId.From("101"))!;
        Assert.Equal((ApplicationStatus.Live, "on-site-final"), (application.Status, application.Stage.Value));
        Assert.Equal(ApplicationStatus.Removed, relationship.Applications.Find(JobApplicationId.From("102"))!.Status);
        Assert.NotNull(relationship.Lifecycle!.Overlays.ContactBar);

        await crm.ReceiveAllAsync(Everything);
        Assert.NotNull((await crm.FindAsync(OwnPayloads.Candidate))!.Lifecycle!.Overlays.ErasedAt);
    }

    [Fact]
    public async Task Once_more_changes_nothing_and_tells_nothing()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAllAsync(Everything);
        var (state, timeline) = (await StateAsync(crm), (await crm.TimelineAsync(OwnPayloads.Candidate)).Count);
        crm.Clock.Advance(Duration.FromHours(1));

        var again = await crm.ReceiveAllAsync(Everything.Reverse());

        Assert.All(again, answer => Assert.Empty(answer.Facts));
        Assert.Equal((state, timeline), (await StateAsync(crm), (await crm.TimelineAsync(OwnPayloads.Candidate)).Count));
    }

    [Fact]
    public async Task In_reverse_it_ends_the_same() =>
        Assert.Equal(await EndAsync(Alive), await EndAsync(Alive.Reverse()));

    [Fact]
    public void In_any_order_and_any_of_them_twice_it_ends_the_same() => Same(Alive);

    [Fact]
    public void In_any_order_it_ends_the_same_for_somebody_who_is_merged_and_deleted() => Same(Everything);

    /// <summary>Each payload arrived at a time of its own; a queue in front of the bridge brings them in any order.</summary>
    [Fact]
    public void What_counts_is_when_they_arrived_not_when_they_are_taken() => Same(Alive, arrived: true);

    /// <summary>The comparison sees a difference: with one payload less, it does not end the same.</summary>
    [Theory]
    [InlineData("reject_candidate")]
    [InlineData("unhire_candidate")]
    [InlineData("update_candidate")]
    [InlineData("hire_candidate")]
    [InlineData("delete_application")]
    public async Task Without_one_of_them_it_does_not_end_the_same(string action) =>
        Assert.NotEqual(await EndAsync(Alive), await EndAsync(Alive.Where(text => OwnPayloads.ActionOf(text) != action)));

    [Fact]
    public async Task A_restarted_bridge_that_hears_everything_again_ends_the_same()
    {
        await using var crm = new BridgeUnderTest();
        await crm.ReceiveAllAsync(Alive);
        var state = await StateAsync(crm);
        using var restarted = new Bridge(crm.Host.Crm, crm.Clock);
        foreach (var text in Alive)
        {
            await restarted.ReceiveAsync(BridgeUnderTest.Delivery(text));
        }

        Assert.Equal(state, await StateAsync(crm));
    }

    private static Config Some => Tries.Of(40);

    private static void Same(ImmutableArray<string> payloads, bool arrived = false)
    {
        var expected = EndAsync(payloads, arrived).GetAwaiter().GetResult();

        Prop.ForAll(Orders(payloads), order => EndAsync(order, arrived).GetAwaiter().GetResult() == expected).Check(Some);
    }

    /// <summary>Makes orders in which every payload comes at least once, and some come again.</summary>
    private static Arbitrary<string[]> Orders(ImmutableArray<string> payloads) =>
        Gen.Choose(0, 5).SelectMany(more => Gen.ArrayOf(Gen.Elements<string>(payloads), more)).SelectMany(more => Gen.Shuffle<string>([.. payloads, .. more])).ToArbitrary();

    private static async Task<string> EndAsync(IEnumerable<string> payloads, bool arrived = false)
    {
        await using var crm = new BridgeUnderTest();
        await crm.Bridge.LearnAsync(Subject.Interview(OwnPayloads.Interview), Subject.Application(OwnPayloads.Application));
        foreach (var text in payloads)
        {
            var at = BridgeUnderTest.Now - Duration.FromMinutes(OwnPayloads.All.Length - OwnPayloads.All.IndexOf(text));
            await crm.Bridge.ReceiveAsync(BridgeUnderTest.Delivery(text) with { ReceivedAt = arrived ? at : null });
        }

        return await StateAsync(crm);
    }

    private static async Task<string> StateAsync(BridgeUnderTest crm)
    {
        var states = new List<string>();
        foreach (var person in People)
        {
            states.Add(await crm.StateAsync(person));
        }

        return string.Join('\n', states);
    }
}
