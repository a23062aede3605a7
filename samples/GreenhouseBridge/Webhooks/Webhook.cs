using System.Buffers;
using System.Text.Json;

namespace GreenhouseBridge.Webhooks;

/// <summary>A body, read: what happened, and what is said about it.</summary>
internal sealed record Webhook
{
    /// <summary>The largest body in bytes that is read. Payloads have a few kilobytes.</summary>
    internal const int LongestBody = 1024 * 1024;

    private static readonly SearchValues<char> ActionLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Gets the action, such as <c>hire_candidate</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Gets what is said about it; undefined where the body has no payload.</summary>
    public required JsonElement Payload { get; init; }

    /// <summary>Reads a body, or says why it cannot be read.</summary>
    internal static Webhook? Read(ReadOnlyMemory<byte> body, out BridgeFinding? finding)
    {
        finding = FaultOf(body.Length);
        if (finding is not null)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return OfRoot(document.RootElement, out finding);
        }
        catch (JsonException broken)
        {
            finding = new BridgeFinding(BridgeFindingCodes.BodyNotJson, $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine}", "The body is not JSON, or ends too early.", "It is one JSON object.");
            return null;
        }
    }

    /// <summary>Returns the action, never the payload.</summary>
    public override string ToString() => $"Webhook {Action}";

    private static BridgeFinding? FaultOf(int length) => length switch
    {
        0 => new BridgeFinding(BridgeFindingCodes.BodyEmpty, "body", "The body is empty.", "It is one JSON object."),
        > LongestBody => new BridgeFinding(BridgeFindingCodes.BodyTooLarge, "body", $"The body has {length} bytes.", $"At most {LongestBody} are read."),
        _ => null,
    };

    private static Webhook? OfRoot(JsonElement root, out BridgeFinding? finding)
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("action", out var action)
            && action.ValueKind == JsonValueKind.String && action.GetString() is { Length: > 0 and <= 100 } name && !name.AsSpan().ContainsAnyExcept(ActionLetters))
        {
            finding = null;
            return new Webhook { Action = name, Payload = root.TryGetProperty("payload", out var payload) ? payload.Clone() : default };
        }

        finding = new BridgeFinding(BridgeFindingCodes.ActionMissing, "action", "The body does not say what happened.", "It is an object with an action: lower-case letters, digits and _.");
        return null;
    }
}
