using NodaTime;

namespace GreenhouseBridge.Webhooks;

/// <summary>What arrived: the request as far as the bridge needs it.</summary>
internal sealed record Delivery
{
    /// <summary>Gets the body, byte for byte as it came; the signature is over these bytes.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Gets the header <c>Signature</c>, if there was one.</summary>
    public string? Signature { get; init; }

    /// <summary>Gets the header <c>Greenhouse-Event-ID</c>, if there was one. Without it the same body is the same delivery.</summary>
    public string? EventId { get; init; }

    /// <summary>Gets when it arrived, where something in front of the bridge knows better than its clock.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Returns the length, never the content.</summary>
    public override string ToString() => $"Delivery ({Body.Length} bytes)";
}
