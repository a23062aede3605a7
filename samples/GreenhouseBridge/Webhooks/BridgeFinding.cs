namespace GreenhouseBridge.Webhooks;

/// <summary>One thing that is wrong with a delivery: what, where, and what would be right. It never repeats what the payload says of a person.</summary>
/// <param name="Code">One of <see cref="BridgeFindingCodes"/>.</param>
/// <param name="Where">The header, or the path within the body, such as <c>payload.application.id</c>.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="WouldBeRight">What would be right.</param>
internal sealed record BridgeFinding(string Code, string Where, string Sentence, string WouldBeRight)
{
    public override string ToString() => $"{Code} at {Where}: {Sentence} {WouldBeRight}";
}
