using System.Text;
using GreenhouseBridge;
using GreenhouseBridge.Webhooks;

namespace CandidateCrm.Docs.GreenhouseBridge;

/// <summary>Bodies that no mapping can do anything with are refused, and the sender hears it: trying again cannot help here.</summary>
public sealed class BodyTests
{
    public static TheoryData<string, string> Unreadable => new()
    {
        { "", BridgeFindingCodes.BodyEmpty },
        { "   ", BridgeFindingCodes.BodyNotJson },
        { "action=ping", BridgeFindingCodes.BodyNotJson },
        { """{"action":"ping","action":"hire_candidate"}""", BridgeFindingCodes.BodyNotJson },
        { """{"action":"ping"} {}""", BridgeFindingCodes.BodyNotJson },
        { new string('[', 5_000), BridgeFindingCodes.BodyNotJson },
        { "null", BridgeFindingCodes.ActionMissing },
        { "[]", BridgeFindingCodes.ActionMissing },
        { "{}", BridgeFindingCodes.ActionMissing },
        { """{"action":null}""", BridgeFindingCodes.ActionMissing },
        { """{"action":17}""", BridgeFindingCodes.ActionMissing },
        { """{"action":""}""", BridgeFindingCodes.ActionMissing },
        { """{"action":"a\nb"}""", BridgeFindingCodes.ActionMissing },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_is_no_web_hook_is_refused(string body, string code)
    {
        await using var crm = new BridgeUnderTest();
        var answer = await crm.ReceiveAsync(body);

        Assert.Equal((Outcome.Refused, code), (answer.Outcome, Assert.Single(answer.Findings).Code));
        Assert.Empty(crm.Bridge.Kept);
    }

    [Fact]
    public async Task A_payload_that_is_cut_off_anywhere_is_refused()
    {
        await using var crm = new BridgeUnderTest();
        var whole = Encoding.UTF8.GetBytes(OwnPayloads.Of("hire_candidate"));
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Equal(Outcome.Refused, (await crm.Bridge.ReceiveAsync(new Delivery { Body = whole.AsMemory(0, length) })).Outcome);
        }

        Assert.Null(await crm.FindAsync(OwnPayloads.Candidate));
    }

    [Fact]
    public async Task The_largest_body_is_taken_and_one_byte_more_is_not()
    {
        await using var crm = new BridgeUnderTest();
        var payload = OwnPayloads.Of("new_candidate_application");
        var largest = payload + new string(' ', Webhook.LongestBody - payload.Length);

        Assert.Equal(Outcome.Recorded, (await crm.ReceiveAsync(largest)).Outcome);
        var tooLarge = await crm.ReceiveAsync(largest + " ");
        Assert.Equal((Outcome.Refused, BridgeFindingCodes.BodyTooLarge), (tooLarge.Outcome, tooLarge.Findings.Single().Code));
    }
}
