using System.Text.Json.Serialization;
using CandidateCrm.Applications;

namespace CandidateCrm.Timeline;

/// <summary>One interaction, either direction, on a channel.</summary>
[WireName("touchpoint.recorded")]
public sealed record TouchpointRecorded : IFact
{
    /// <summary>Gets the kind, such as <c>email.replied</c>; open to the host.</summary>
    public required TouchKind Kind { get; init; }

    /// <summary>Gets which way it goes; <see cref="Direction.None"/> for what goes both ways, such as a call or a meeting, or neither.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public required Direction Direction { get; init; }

    /// <summary>Gets the channel, if any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Channel Channel { get; init; }

    /// <summary>Gets the application it belongs to, if any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JobApplicationId Application { get; init; }

    /// <summary>Gets a value indicating whether no person took part on our side; an automatic touchpoint keeps only promises that allow it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Automated { get; init; }

    /// <summary>Gets a value indicating whether nobody waits for an answer, such as after a thank-you: it opens no promise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeedsNoReply { get; init; }

    /// <summary>Gets whether it tells the candidate how the application ended; only what goes out, a call or a meeting can.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public TouchAnswer Answers { get; init; }

    /// <summary>Gets how many interactions this stands for: 1 to 10,000; 1 by default.</summary>
    public int Quantity
    {
        get;
        init => field = value is >= 1 and <= 10_000
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A touchpoint stands for 1 to 10,000 interactions.");
    } = 1;
}
