using System.Collections.Immutable;
using System.Text.Json;
using GreenhouseBridge.Mapping;
using GreenhouseBridge.Webhooks;
using NodaTime;

namespace GreenhouseBridge.Memory;

/// <summary>A payload that could not be mapped, kept as it came for another try. It holds data of people.</summary>
internal sealed record KeptPayload
{
    public required string Key { get; init; }

    public required ReadOnlyMemory<byte> Body { get; init; }

    public required Instant ReceivedAt { get; init; }

    /// <summary>Gets the candidates whom it names, so that it can go with them.</summary>
    public required ImmutableHashSet<Subject> Names { get; init; }

    /// <summary>Finds the candidates that a payload names, wherever.</summary>
    internal static ImmutableHashSet<Subject> NamesIn(Webhook webhook) =>
        [.. Ids(webhook.Payload, "payload").Select(Subject.Candidate)];

    /// <summary>Returns the key, never the body.</summary>
    public override string ToString() => $"KeptPayload {Key}";

    private static IEnumerable<long> Ids(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => IsCandidateId(name, member) ? [member.Value.GetInt64()] : Ids(member.Value, member.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Ids(item, name)),
        _ => [],
    };

    private static bool IsCandidateId(string name, JsonProperty member) =>
        (member.Name.EndsWith("candidate_id", StringComparison.Ordinal) || (member.Name == "id" && name is "candidate" or "person"))
        && member.Value.ValueKind == JsonValueKind.Number && member.Value.TryGetInt64(out _);
}
