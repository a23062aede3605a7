namespace CandidateCrm.Timeline;

/// <summary>Host data contradict each other or a rule: reported, never thrown. The state follows the host all the same.</summary>
[WireName("timeline.finding_noted")]
public sealed record FindingNoted : IDerivedEvent
{
    /// <summary>Gets the stable code, such as <c>application.stage_unknown</c>; see <see cref="FindingCodes"/>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the id or key that it is about.</summary>
    public required string Subject { get; init; }
}
