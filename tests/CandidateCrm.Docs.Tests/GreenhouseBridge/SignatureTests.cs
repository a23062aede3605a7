using System.Text;
using System.Text.Json.Nodes;
using CandidateCrm.Fixtures;
using FsCheck;
using FsCheck.Fluent;
using GreenhouseBridge.Webhooks;
using Outcome = GreenhouseBridge.Outcome;

namespace CandidateCrm.Docs.GreenhouseBridge;

public sealed class SignatureTests
{
    private static readonly WebhookSignature Ours = new("a secret of ours");
    private static readonly byte[] Body = Encoding.UTF8.GetBytes(OwnPayloads.Of("new_candidate_application"));

    [Fact]
    public void It_is_the_hmac_that_the_standard_computes()
    {
        // RFC 4231, test case 2.
        const string Known = "sha256 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        var signature = new WebhookSignature("Jefe");
        var body = "what do ya want for nothing?"u8;

        Assert.Equal(Known, signature.Sign(body));
        Assert.Null(signature.FaultOf(body, Known));
        Assert.Null(signature.FaultOf(body, Known.Replace("5bdcc1", "5BDCC1", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_body_that_was_changed_in_any_bit_is_refused() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>().Generator.Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary(),
            given =>
            {
                var (body, place) = given;
                var header = Ours.Sign(body);
                var forged = body.Length == 0 ? [1] : (byte[])[.. body];
                forged[place % forged.Length] ^= (byte)(1 << (place % 8));
                return Ours.FaultOf(body, header) is null && Ours.FaultOf(forged, header)?.Code == BridgeFindingCodes.SignatureWrong;
            }).Check(Tries.Of());

    [Fact]
    public void A_signature_that_is_wrong_in_any_digit_is_refused()
    {
        var header = Ours.Sign(Body);
        for (var i = "sha256 ".Length; i < header.Length; i++)
        {
            var forged = $"{header[..i]}{(header[i] == '0' ? '1' : '0')}{header[(i + 1)..]}";
            Assert.Equal(BridgeFindingCodes.SignatureWrong, Ours.FaultOf(Body, forged)?.Code);
        }
    }

    [Theory]
    [InlineData(null, BridgeFindingCodes.SignatureMissing)]
    [InlineData("", BridgeFindingCodes.SignatureMissing)]
    [InlineData(" ", BridgeFindingCodes.SignatureMissing)]
    [InlineData("sha256", BridgeFindingCodes.SignatureMalformed)]
    [InlineData("sha256 12ab", BridgeFindingCodes.SignatureMalformed)]
    [InlineData("sha1 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", BridgeFindingCodes.SignatureMalformed)]
    [InlineData("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843", BridgeFindingCodes.SignatureMalformed)]
    [InlineData("sha256 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384g", BridgeFindingCodes.SignatureMalformed)]
    [InlineData("sha256 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec384300", BridgeFindingCodes.SignatureMalformed)]
    [InlineData("sha256 0000000000000000000000000000000000000000000000000000000000000000", BridgeFindingCodes.SignatureWrong)]
    public void What_is_no_signature_is_refused(string? header, string code) => Assert.Equal(code, Ours.FaultOf(Body, header)?.Code);

    [Fact]
    public void While_a_secret_is_replaced_both_count_and_afterwards_only_the_new_one()
    {
        var old = new WebhookSignature("old").Sign(Body);
        var both = new WebhookSignature("new", "old");

        Assert.Null(both.FaultOf(Body, old));
        Assert.Null(both.FaultOf(Body, new WebhookSignature("new").Sign(Body)));
        Assert.Equal(BridgeFindingCodes.SignatureWrong, new WebhookSignature("new").FaultOf(Body, old)?.Code);
    }

    [Fact]
    public void There_is_no_check_without_a_secret()
    {
        Assert.Throws<ArgumentException>(() => new WebhookSignature());
        Assert.Throws<ArgumentException>(() => new WebhookSignature("new", ""));
    }

    [Fact]
    public async Task The_bridge_takes_nothing_from_a_forged_payload_and_keeps_nothing_of_it()
    {
        await using var crm = new BridgeUnderTest(Ours);
        var forged = await crm.Bridge.ReceiveAsync(new Delivery { Body = Body, Signature = new WebhookSignature("another").Sign(Body) });
        var unknown = await crm.ReceiveAsync(OwnPayloads.Text("never_heard_of", new JsonObject()));

        Assert.Equal((Outcome.Refused, BridgeFindingCodes.SignatureWrong), (forged.Outcome, forged.Findings.Single().Code));
        Assert.Equal((Outcome.Refused, BridgeFindingCodes.SignatureMissing), (unknown.Outcome, unknown.Findings.Single().Code));
        Assert.Null(await crm.FindAsync(OwnPayloads.Candidate));
        Assert.Empty(crm.Bridge.Kept);

        var signed = await crm.Bridge.ReceiveAsync(new Delivery { Body = Body, Signature = Ours.Sign(Body) });
        Assert.Equal(Outcome.Recorded, signed.Outcome);
    }
}
